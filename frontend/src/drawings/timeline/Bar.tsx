import { useTranslation } from "react-i18next";
import { formatTarget } from "../../form";
import { type Action, isOver } from "../action/action";
import { isOverdue } from "../action/statusChange";
import styles from "./bar.module.css";
import type { Place } from "./place";
import { useSheet } from "./sheet";
import { useBarDrag } from "./useBarDrag";
import { useBarKeys } from "./useBarKeys";
import { useBarWords } from "./useBarWords";

interface BarProps {
  action: Action;
  title: string;
  place: Place;
  isReached: boolean;
  isCritical: boolean;
  onHold(isHeld: boolean): void;
}

/** The days of an action: pulled, stretched at its ends, moved by key, opened. */
export function Bar({ action, title, place, isReached, isCritical, onHold }: BarProps) {
  const sheet = useSheet();
  const { isDragged, onPointerDown, isClick } = useBarDrag(action, onHold);
  const onKeyDown = useBarKeys(action);
  const words = useBarWords(action, title, isCritical);
  const open = () => {
    if (isClick.current && !sheet.endLink(action.id)) sheet.onOpen(action.id);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: Firefox does not let a pointer pull what is inside a button.
    <div
      role="button"
      className={styles.bar}
      data-bar={action.id}
      data-target={formatTarget({ section: "actions", id: action.id, field: null })}
      data-kind={place.kind}
      data-status={action.status ?? undefined}
      data-late={isOverdue(action, sheet.today) || undefined}
      data-critical={isCritical || undefined}
      data-dragged={isDragged || undefined}
      data-movable={sheet.canEdit || undefined}
      style={{ left: place.left, width: place.width }}
      tabIndex={isReached ? 0 : -1}
      aria-label={words}
      aria-describedby={sheet.hintId}
      onFocus={() => sheet.onReach(action.id)}
      onClick={open}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
    >
      <Inside action={action} place={place} canEdit={sheet.canEdit} />
      {isDragged && <Dates action={action} />}
    </div>
  );
}

/** How far it has come, and the ends to pull at. */
function Inside({ action, place, canEdit }: { action: Action; place: Place; canEdit: boolean }) {
  if (place.kind === "due") return <span className={styles.sign} />;
  const share = action.status === "done" ? 100 : (action.progress ?? 0);
  return (
    <>
      <span className={styles.fill} style={{ width: `${share}%` }} />
      {action.status === "done" && (
        <svg className={styles.tick} viewBox="0 0 14 14" width="12" height="12" aria-hidden="true">
          <path d="M3 7.5 6 10.5 11 4" />
        </svg>
      )}
      {canEdit && !isOver(action) && (
        <>
          <span className={styles.end} data-part="start" />
          <span className={styles.end} data-part="end" />
        </>
      )}
    </>
  );
}

/** The days as they are while somebody pulls. */
function Dates({ action }: { action: Action }) {
  const { t } = useTranslation("actionViews");
  return <span className={styles.dates}>{useBarWords(action, "", false) || t("due.none")}</span>;
}

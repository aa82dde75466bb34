import { type CSSProperties, memo } from "react";
import { createPortal } from "react-dom";
import { useTranslation } from "react-i18next";
import { useFocusTarget, useOthersAt } from "../../collab";
import { PersonTag, useRecordName } from "../../form";
import type { Action } from "../action/action";
import { isOverdue } from "../action/statusChange";
import { Bar } from "./Bar";
import bar from "./bar.module.css";
import styles from "./lines.module.css";
import { type Place, placeOf } from "./place";
import { useSheet } from "./sheet";
import ground from "./timeline.module.css";
import { useLinkDrag } from "./useLinkDrag";

interface BarLineProps {
  action: Action;
  isReached: boolean;
  isCritical: boolean;
}

/** The line of an action: its bar under its months, and who else has hold of it. */
export const BarLine = memo(function BarLine({ action, isReached, isCritical }: BarLineProps) {
  const sheet = useSheet();
  const at = { section: "actions", id: action.id, field: null };
  const others = useOthersAt(at);
  const focus = useFocusTarget(at);
  const { text } = useRecordName("actions", action.id);
  const color = others[0]?.color;
  const place = placeOf(action, sheet.scale);
  return (
    <div
      className={styles.line}
      data-line={action.id}
      data-others={color ? true : undefined}
      style={color ? ({ "--person": color } as CSSProperties) : undefined}
      {...focus}
    >
      <Bar
        action={action}
        title={text}
        place={place}
        isReached={isReached}
        isCritical={isCritical}
        onHold={(isHeld) => (isHeld ? focus.onFocus() : focus.onBlur())}
      />
      <After action={action} place={place} isCritical={isCritical} />
      {others.length > 0 && (
        <span className={styles.person} style={{ left: place.left }}>
          <PersonTag people={others} isInline />
        </span>
      )}
    </div>
  );
});

/** Behind the bar: the handle that a dependency is drawn from, and what a colour alone must not say. */
function After({ action, place, isCritical }: { action: Action; place: Place; isCritical: boolean }) {
  const { t } = useTranslation("actionViews");
  const { canEdit, today } = useSheet();
  const words = [
    action.status === "blocked" && "blocked",
    action.status === "dropped" && "dropped",
    isOverdue(action, today) && "overdue",
    isCritical && "critical",
    place.kind === "reversed" && "reversed",
    place.kind === "start" && "open_end",
  ].filter((word) => word !== false);
  return (
    <span className={bar.after} style={{ left: place.left + place.width }}>
      {canEdit && <LinkHandle id={action.id} />}
      {words.map((word) => (
        <span key={word} data-word={word}>
          {t(`timeline.word.${word}`)}
        </span>
      ))}
    </span>
  );
}

/** A ring at the end of a bar; drawn to another bar, it has that one wait for this. By key it is W. */
function LinkHandle({ id }: { id: string }) {
  const { line, onPointerDown } = useLinkDrag(id);
  const { chart } = useSheet();
  return (
    <>
      <span className={bar.link} data-part="link" aria-hidden="true" onPointerDown={onPointerDown} />
      {line &&
        chart.current &&
        createPortal(
          <svg className={ground.loose} aria-hidden="true">
            <line {...line} />
          </svg>,
          chart.current,
        )}
    </>
  );
}

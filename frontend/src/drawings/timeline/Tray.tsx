import { draggable } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { useEffect, useEffectEvent, useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useRecordName } from "../../form";
import type { Action } from "../action/action";
import { datesFrom } from "./bars";
import styles from "./Tray.module.css";
import type { DateEdits } from "./useDateEdits";
import type { OnDay } from "./useDropDay";

interface TrayProps {
  actions: readonly Action[];
  today: string;
  canEdit: boolean;
  edits: DateEdits;
  onOpen(id: string, field?: string | null): void;
}

/** Actions without dates, to be dragged onto a day or begun today. */
export function Tray({ actions, today, canEdit, edits, onOpen }: TrayProps) {
  const { t } = useTranslation("actionViews");
  const id = useId();
  return (
    <section className={styles.tray} aria-labelledby={id}>
      <h3 id={id}>
        {t("timeline.tray.title")} <span>{actions.length}</span>
      </h3>
      {canEdit && <p>{t("timeline.tray.help")}</p>}
      <ul>
        {actions.map((action) => (
          <Undated
            key={action.id}
            action={action}
            canEdit={canEdit}
            onOpen={() => onOpen(action.id, "due")}
            onDay={(day) => edits.setDates(action.id, datesFrom(day, action.effort))}
            today={today}
          />
        ))}
      </ul>
    </section>
  );
}

interface UndatedProps {
  action: Action;
  canEdit: boolean;
  today: string;
  onOpen(): void;
  onDay: OnDay;
}

function Undated({ action, canEdit, today, onOpen, onDay }: UndatedProps) {
  const { t } = useTranslation("actionViews");
  const element = useRef<HTMLLIElement>(null);
  const { text } = useRecordName("actions", action.id);
  const put = useEffectEvent(onDay);
  useEffect(() => {
    const chip = element.current;
    if (chip === null || !canEdit) return;
    return draggable({ element: chip, getInitialData: () => ({ onDay: (day: string) => put(day) }) });
  }, [canEdit]);
  return (
    <li ref={element} data-movable={canEdit || undefined}>
      {/* biome-ignore lint/a11y/useSemanticElements: Firefox does not begin to drag on a button. */}
      <span
        role="button"
        tabIndex={0}
        onClick={onOpen}
        onKeyDown={(event) => {
          if (event.key !== "Enter" && event.key !== " ") return;
          event.preventDefault();
          onOpen();
        }}
      >
        {text}
      </span>
      {canEdit && (
        <button
          type="button"
          aria-label={t("timeline.tray.begin_named", { title: text })}
          onClick={() => onDay(today)}
        >
          {t("timeline.tray.begin")}
        </button>
      )}
    </li>
  );
}

import { useTranslation } from "react-i18next";
import { useFormats } from "../../ui";
import type { Action } from "./action";
import styles from "./action.module.css";
import { isOverdue } from "./statusChange";

/** When an action is due; what is overdue says so with a sign and in words. */
export function DueText({ action, today }: { action: Action; today: string }) {
  const { t } = useTranslation("actionViews");
  const { day } = useFormats();
  if (action.status === "done" && action.doneOn !== null) {
    return <span className={styles.quiet}>{t("due.done", { day: day(action.doneOn) })}</span>;
  }
  if (action.due === null) return <span className={styles.quiet}>{t("due.none")}</span>;
  if (!isOverdue(action, today)) return <span>{t("due.on", { day: day(action.due) })}</span>;
  return (
    <span className={styles.overdue}>
      <svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">
        <path d="M7 1.5 13 12.5H1zM7 5.5v3.4M7 10.6v.3" />
      </svg>
      {t("due.overdue", { day: day(action.due) })}
    </span>
  );
}

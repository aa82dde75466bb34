import { useId } from "react";
import { useTranslation } from "react-i18next";
import { type Row, useEdits, useFocusTarget } from "../../collab";
import { fieldIn, useLabels, useSection } from "../../form";
import { actionOf, STATUSES } from "../action/action";
import { writeStatus } from "../action/statusChange";
import styles from "./mine.module.css";

/** Where an action is; the system's own list is the quickest on a phone. */
export function StatusInput({ row, today }: { row: Row; today: string }) {
  const { t } = useTranslation("actionViews");
  const labels = useLabels();
  const edits = useEdits();
  const id = useId();
  const field = fieldIn(useSection("actions"), "status");
  const focus = useFocusTarget({ section: "actions", id: row.id, field: "status" });
  const action = actionOf(row);
  const choose = (value: string) => {
    const status = STATUSES.find((one) => one === value) ?? null;
    edits.together(() => writeStatus(edits, action, status, today));
  };
  if (field === null) return null;
  return (
    <div className={styles.field} data-field="status" {...focus}>
      <label htmlFor={id}>{labels.field("actions", field, "label")}</label>
      <select id={id} value={action.status ?? ""} onChange={(event) => choose(event.currentTarget.value)}>
        {action.status === null && <option value="">{t("board.no_status")}</option>}
        {STATUSES.map((status) => (
          <option key={status} value={status}>
            {labels.choice("actions", field, status)}
          </option>
        ))}
      </select>
    </div>
  );
}

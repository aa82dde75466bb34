import { useId } from "react";
import { useTranslation } from "react-i18next";
import { type Row, useEdits, useFocusTarget } from "../../collab";
import { fieldIn, useLabels, useSection } from "../../form";
import { actionOf } from "../action/action";
import styles from "./mine.module.css";

/** How far an action has come, in steps that a thumb can hit. */
export function ProgressInput({ row }: { row: Row }) {
  const { t } = useTranslation("actionViews");
  const labels = useLabels();
  const edits = useEdits();
  const id = useId();
  const field = fieldIn(useSection("actions"), "progress");
  const focus = useFocusTarget({ section: "actions", id: row.id, field: "progress" });
  const { progress } = actionOf(row);
  if (field === null) return null;
  const said = progress === null ? t("mine.no_progress") : t("progress", { percent: progress });
  return (
    <div className={styles.field} data-field="progress" {...focus}>
      <label htmlFor={id}>
        {labels.field("actions", field, "label")} <output htmlFor={id}>{said}</output>
      </label>
      <input
        id={id}
        type="range"
        min={0}
        max={100}
        step={5}
        value={progress ?? 0}
        aria-valuetext={said}
        onChange={(event) => edits.set("actions", row.id, "progress", event.currentTarget.valueAsNumber)}
      />
    </div>
  );
}

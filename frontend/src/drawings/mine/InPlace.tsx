import { useId, useState } from "react";
import { type Row, useEdits, useFocusTarget } from "../../collab";
import { fieldIn, InputOf, type Problem, ProblemText, useLabels, useSection } from "../../form";
import styles from "./mine.module.css";

/** A field of an action with its name, written where it stands. */
export function InPlace({ row, field: key }: { row: Row; field: string }) {
  const section = useSection("actions");
  const field = fieldIn(section, key);
  const labels = useLabels();
  const edits = useEdits();
  const id = useId();
  const place = { section: "actions", id: row.id, field: key };
  const focus = useFocusTarget(place);
  const [problem, setProblem] = useState<Problem | null>(null);
  if (field === null) return null;
  return (
    <div className={styles.field} data-field={key} {...focus}>
      <label id={`${id}-label`} htmlFor={id}>
        {labels.field("actions", field, "label")}
      </label>
      <InputOf
        field={field}
        place={place}
        row={row}
        value={row.values[key] ?? null}
        id={id}
        labelledBy={`${id}-label`}
        describedBy={problem ? `${id}-problem` : undefined}
        invalid={problem !== null}
        onProblem={setProblem}
        onCommit={(value) => edits.set("actions", row.id, key, value)}
      />
      <ProblemText problem={problem} id={`${id}-problem`} />
    </div>
  );
}

import { useTranslation } from "react-i18next";
import { type Row, useEdits, usePlanSession } from "../../collab";
import { FieldInput, fieldsToFill, isEvidence, type SectionDescription, useLabels } from "../../form";
import styles from "./matrix.module.css";
import { facesOf, type Matrix } from "./matrixOf";
import type { AxisEntry } from "./useAxis";

interface CellFormProps {
  section: SectionDescription;
  matrix: Matrix;
  pair: readonly [AxisEntry, AxisEntry];
  record: Row | null;
  labelOf(value: string | number): string;
  onSet(value: string | number): void;
  onOpen(row: string): void;
}

/** Everything about one cell. An empty one becomes a record with the first thing that is said of it. */
export function CellForm({ section, matrix, pair, record, labelOf, onSet, onOpen }: CellFormProps) {
  const { t } = useTranslation("tools");
  const labels = useLabels();
  const edits = useEdits();
  const { canEdit } = usePlanSession();
  const axes = [matrix.rows.key, matrix.columns.key, matrix.face.key];
  const others = fieldsToFill(section).filter((field) => !axes.includes(field.key) && !isEvidence(field));
  return (
    <div className={styles.form}>
      <strong>
        {pair[0].name} × {pair[1].name}
      </strong>
      <fieldset className={styles.faces} disabled={!canEdit}>
        <legend>{labels.field(section.key, matrix.face, "label")}</legend>
        {facesOf(matrix.face).map((value) => (
          <button
            key={value}
            type="button"
            aria-pressed={record?.values[matrix.face.key] === value}
            onClick={() => onSet(value)}
          >
            {labelOf(value) || value}
          </button>
        ))}
      </fieldset>
      {record &&
        others.map((field) => (
          <FieldInput key={field.key} section={section.key} id={record.id} field={field.key} />
        ))}
      {record && (
        <div className={styles.deeds}>
          <button type="button" onClick={() => onOpen(record.id)}>
            {t("table.open")}
          </button>
          {canEdit && (
            <button type="button" onClick={() => edits.remove(section.key, record.id)}>
              {t("matrix.clear")}
            </button>
          )}
        </div>
      )}
    </div>
  );
}

import { useTranslation } from "react-i18next";
import { type Row, useEdits, usePlanSession } from "../../collab";
import { FieldInput, fieldsToFill, isEvidence, useLabels } from "../../form";
import styles from "./matrix.module.css";
import { facesOf } from "./matrixOf";
import type { MatrixCellState, MatrixPair } from "./useMatrixCell";

interface CellFormProps extends MatrixPair {
  cell: MatrixCellState;
  onOpen(row: string): void;
}

/** Everything about one cell. An empty one becomes a record with the first thing that is said of it. */
export function CellForm(props: CellFormProps) {
  const { section, matrix, pair, cell, onOpen } = props;
  const labels = useLabels();
  const { canEdit } = usePlanSession();
  const shown = [matrix.rows.key, matrix.columns.key, matrix.face.key];
  const others = fieldsToFill(section).filter((field) => !shown.includes(field.key) && !isEvidence(field));
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
            aria-pressed={cell.value === value}
            onClick={() => cell.set(value)}
          >
            {cell.labelOf(value)}
          </button>
        ))}
      </fieldset>
      {cell.record &&
        others.map((field) => (
          <FieldInput key={field.key} section={section.key} id={cell.record?.id ?? null} field={field.key} />
        ))}
      {cell.record && <CellDeeds section={section.key} record={cell.record} onOpen={onOpen} />}
    </div>
  );
}

interface CellDeedsProps {
  section: string;
  record: Row;
  onOpen(row: string): void;
}

function CellDeeds({ section, record, onOpen }: CellDeedsProps) {
  const { t } = useTranslation("tools");
  const edits = useEdits();
  const { canEdit } = usePlanSession();
  return (
    <div className={styles.deeds}>
      <button type="button" onClick={() => onOpen(record.id)}>
        {t("table.open")}
      </button>
      {canEdit && (
        <button type="button" onClick={() => edits.remove(section, record.id)}>
          {t("matrix.clear")}
        </button>
      )}
    </div>
  );
}

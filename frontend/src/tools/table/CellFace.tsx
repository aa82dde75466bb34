import { useTranslation } from "react-i18next";
import type { Row } from "../../collab";
import { type FieldDescription, useFormatValue, ValueText } from "../../form";
import styles from "./table.module.css";
import { useTable } from "./tableContext";

interface CellFaceProps {
  field: FieldDescription;
  row: Row;
  canEdit: boolean;
}

/** A closed cell: its value or, in the column that names the record, the way to open it. */
export function CellFace({ field, row, canEdit }: CellFaceProps) {
  const { t } = useTranslation("tools");
  const { section, dispatch, open } = useTable();
  const value = row.values[field.key] ?? null;
  const said = <ValueText section={section.key} field={field} value={value} currency={row.values.currency} />;
  if (field.kind === "flag" && canEdit) return <FlagFace field={field} row={row} />;
  if (field.key !== section.title) return <span className={styles.value}>{said}</span>;
  const onClick = () => {
    // The focus comes back to the cell when the record is closed.
    dispatch({ do: "activate", spot: { row: row.id, column: field.key } });
    open(row.id, null);
  };
  return (
    <button type="button" className={styles.name} tabIndex={-1} title={t("table.open")} onClick={onClick}>
      {value === null ? <span className={styles.unnamed}>{t("table.unnamed")}</span> : said}
    </button>
  );
}

/** A yes that shares a record with the customer must not be said by a click beside its box. */
function FlagFace({ field, row }: Omit<CellFaceProps, "canEdit">) {
  const { section, commit, headingId } = useTable();
  const format = useFormatValue();
  const isYes = row.values[field.key] === true;
  return (
    <label className={styles.flag}>
      <input
        type="checkbox"
        tabIndex={-1}
        checked={isYes}
        aria-labelledby={headingId(field)}
        onChange={() => commit(row.id, field.key, !isYes)}
      />
      <span aria-hidden="true">{format(section.key, field, isYes)}</span>
    </label>
  );
}

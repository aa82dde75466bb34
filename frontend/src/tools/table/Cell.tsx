import { type CSSProperties, type MouseEvent, memo, type RefObject, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { type Person, type Row, useFocusTarget } from "../../collab";
import { type FieldDescription, formatTarget, PersonTag, ValueText } from "../../form";
import { CellEditor } from "./CellEditor";
import { isEditedInPlace, isRightAligned } from "./columns";
import styles from "./table.module.css";
import { type Table, useTable } from "./tableContext";

interface CellProps {
  field: FieldDescription;
  row: Row;
  column: number;
  isActive: boolean;
  takesFocus: boolean;
  /** Null while the cell is closed. */
  editing: { typed: string | null } | null;
  others: readonly Person[] | null;
  canEdit: boolean;
}

/** One value of one record: to read, to open, to change in place. */
export const Cell = memo(function Cell(props: CellProps) {
  const { field, row, isActive, editing, others } = props;
  const table = useTable();
  const place = { section: table.section.key, id: row.id, field: field.key };
  const focus = useFocusTarget(place);
  const cell = useRef<HTMLDivElement>(null);
  useCellFocus(cell, props, table);
  const isTitle = field.key === table.section.title;
  const isEditable = props.canEdit && isEditedInPlace(field);
  const color = others?.[0]?.color;
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows are drawn only where they are seen, which no table element allows.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid around it takes the keys of all cells.
    <div
      ref={cell}
      role="gridcell"
      className={styles.cell}
      aria-colindex={props.column + 1}
      aria-readonly={!isEditable || undefined}
      data-target={formatTarget(place)}
      data-title={isTitle || undefined}
      data-right={(isRightAligned(field, table.section.title) && !editing) || undefined}
      data-open={editing !== null || undefined}
      data-others={color !== undefined || undefined}
      style={color ? ({ "--person": color } as CSSProperties) : undefined}
      tabIndex={isActive && !editing ? 0 : -1}
      onFocus={(event) => {
        focus.onFocus();
        if (!isActive && event.target === cell.current) table.dispatch(activate(props, false));
      }}
      onBlur={focus.onBlur}
      onClick={(event) => onClick(event, props, table, isTitle, isEditable)}
      onDoubleClick={() => isEditable && table.dispatch({ do: "edit", spot: spotOf(props), typed: null })}
    >
      {editing ? (
        <CellEditor field={field} row={row} typed={editing.typed} />
      ) : (
        <Face field={field} row={row} isTitle={isTitle} />
      )}
      {others && <PersonTag people={others} />}
    </div>
  );
});

function Face({ field, row, isTitle }: { field: FieldDescription; row: Row; isTitle: boolean }) {
  const { t } = useTranslation("tools");
  const table = useTable();
  const value = row.values[field.key] ?? null;
  const said = (
    <ValueText section={table.section.key} field={field} value={value} currency={row.values.currency} />
  );
  if (!isTitle) return <span className={styles.value}>{said}</span>;
  return (
    <button
      type="button"
      className={styles.name}
      tabIndex={-1}
      title={t("table.open")}
      onClick={() => {
        // The focus comes back to the cell when the record is closed.
        table.dispatch({ do: "activate", spot: { row: row.id, column: field.key } });
        table.open(row.id, null);
      }}
    >
      {value === null ? <span className={styles.unnamed}>{t("table.unnamed")}</span> : said}
    </button>
  );
}

/** A click opens a cell, as in a spreadsheet; the record's name opens the record. */
function onClick(
  event: MouseEvent,
  props: CellProps,
  table: Table,
  isTitle: boolean,
  isEditable: boolean,
): void {
  if (props.editing || (event.target as Element).closest("a, button")) return;
  if (event.shiftKey) table.select(props.row.id, true);
  else if (isTitle || !isEditable) {
    table.dispatch(activate(props, true));
    if (!isTitle && table.canEdit) table.open(props.row.id, props.field.key);
  } else if (props.field.kind === "flag") {
    table.dispatch(activate(props, true));
    table.commit(props.row.id, props.field.key, props.row.values[props.field.key] !== true);
  } else table.dispatch({ do: "edit", spot: spotOf(props), typed: null });
}

function useCellFocus(
  cell: RefObject<HTMLDivElement | null>,
  { isActive, takesFocus, editing }: CellProps,
  { dispatch }: Table,
): void {
  const isOpen = editing !== null;
  useEffect(() => {
    if (!isActive || !takesFocus || isOpen) return;
    cell.current?.focus();
    // Said once: a cell that scrolls back into view must not take the focus from elsewhere.
    dispatch({ do: "focused" });
  }, [cell, isActive, takesFocus, isOpen, dispatch]);
}

function spotOf({ row, field }: CellProps) {
  return { row: row.id, column: field.key };
}

function activate(props: CellProps, takesFocus: boolean) {
  return { do: "activate", spot: spotOf(props), takesFocus } as const;
}

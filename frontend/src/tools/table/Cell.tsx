import { type CSSProperties, type MouseEvent, memo, useRef } from "react";
import { type Person, type Row, useFocusTarget } from "../../collab";
import { type FieldDescription, formatTarget, PersonTag } from "../../form";
import { CellEditor } from "./CellEditor";
import { CellFace } from "./CellFace";
import { isEditedInPlace, isRightAligned } from "./columns";
import styles from "./table.module.css";
import { type Table, useTable } from "./tableContext";
import { useCellFocus } from "./useCellFocus";

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
  const { field, row, editing, others } = props;
  const table = useTable();
  const cell = useRef<HTMLDivElement>(null);
  useCellFocus(cell, props.isActive && props.takesFocus && editing === null);
  const color = others?.[0]?.color;
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows are drawn only where they are seen, which no table element allows.
    <div
      ref={cell}
      role="gridcell"
      className={styles.cell}
      aria-colindex={props.column + 1}
      aria-readonly={!isEditable(props) || undefined}
      data-target={formatTarget(placeOf(props, table))}
      data-title={field.key === table.section.title || undefined}
      data-right={(isRightAligned(field, table.section.title) && !editing) || undefined}
      data-open={editing !== null || undefined}
      data-others={color !== undefined || undefined}
      style={color ? ({ "--person": color } as CSSProperties) : undefined}
      tabIndex={props.isActive && !editing ? 0 : -1}
      {...useCellEvents(props, table)}
    >
      {editing ? (
        <CellEditor field={field} row={row} typed={editing.typed} />
      ) : (
        <CellFace field={field} row={row} canEdit={props.canEdit} />
      )}
      {others && <PersonTag people={others} />}
    </div>
  );
});

function useCellEvents(props: CellProps, table: Table) {
  const focus = useFocusTarget(placeOf(props, table));
  return {
    onFocus: (event: React.FocusEvent) => {
      focus.onFocus();
      const isOwn = event.target === event.currentTarget;
      if (!props.isActive && isOwn) table.dispatch(activate(props, false));
    },
    onBlur: focus.onBlur,
    onClick: (event: MouseEvent) => onClick(event, props, table),
    onDoubleClick: () => {
      if (isEditable(props) && props.field.kind !== "flag")
        table.dispatch({ do: "edit", spot: spotOf(props), typed: null });
    },
  };
}

/** A click opens a cell, as in a spreadsheet; the record's name opens the record. */
function onClick(event: MouseEvent, props: CellProps, table: Table): void {
  const { field, row, editing } = props;
  if (editing || (event.target as Element).closest("a, button, label")) return;
  const isTitle = field.key === table.section.title;
  if (event.shiftKey) table.select(row.id, true);
  else if (isTitle) table.dispatch(activate(props, true));
  else if (!isEditable(props)) {
    table.dispatch(activate(props, true));
    table.open(row.id, field.key);
  } else if (field.kind === "flag") table.dispatch(activate(props, true));
  else table.dispatch({ do: "edit", spot: spotOf(props), typed: null });
}

function isEditable({ canEdit, field }: CellProps): boolean {
  return canEdit && isEditedInPlace(field);
}

function placeOf({ row, field }: CellProps, { section }: Table) {
  return { section: section.key, id: row.id, field: field.key };
}

function spotOf({ row, field }: CellProps) {
  return { row: row.id, column: field.key };
}

function activate(props: CellProps, takesFocus: boolean) {
  return { do: "activate", spot: spotOf(props), takesFocus } as const;
}

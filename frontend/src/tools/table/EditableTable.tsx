import { useCallbackRef } from "@mantine/hooks";
import { useEffect, useId, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { type Row, useEdits, usePlanSession } from "../../collab";
import type { FieldDescription, SectionDescription } from "../../form";
import type { Sorting } from "../view/arrange";
import { HANDLE, layoutOf } from "./columns";
import { HeaderRow } from "./HeaderRow";
import { TableRow } from "./TableRow";
import { TotalsRow } from "./TotalsRow";
import styles from "./table.module.css";
import { type Table, TableContext } from "./tableContext";
import type { Grid } from "./useGrid";
import { useGridKeys } from "./useGridKeys";
import { useRowWindow } from "./useRowWindow";

export interface EditableTableProps {
  section: SectionDescription;
  label: string;
  /** The rows to show, in the order to show them. */
  rows: readonly Row[];
  columns: readonly FieldDescription[];
  grid: Grid;
  sorting: Sorting | null;
  onSort(field: string): void;
  onOpen(row: string, field: string | null): void;
  onRemove(rows: readonly string[]): void;
  onMove(row: string, place: { before?: string; after?: string }): void;
  /** Told when somebody walks down from the last row, or leaves with Escape. */
  onBeyond(): void;
  onPaste(text: string, at: { row: string; column: string } | null): boolean;
  onCopy(at: { row: string; column: string }): string;
}

/** Records as a table that is edited like a spreadsheet. */
export function EditableTable(props: EditableTableProps) {
  const { section, rows, columns, grid } = props;
  const { t } = useTranslation("tools");
  const id = useId();
  const edits = useEdits();
  const { canEdit } = usePlanSession();
  const scroller = useRef<HTMLDivElement>(null);
  const rowIds = useMemo(() => rows.map((row) => row.id), [rows]);
  const columnKeys = useMemo(() => [HANDLE, ...columns.map((field) => field.key)], [columns]);
  const { template, least } = useMemo(() => layoutOf(columns, section.title), [columns, section]);
  const window = useRowWindow(rowIds, scroller, grid.state.active?.row ?? null);
  const keys = useGridKeys(props, rowIds, columnKeys);
  const open = useCallbackRef(props.onOpen);
  const leave = useCallbackRef(keys.leave);
  const select = useCallbackRef((row: string, isExtending: boolean) =>
    grid.dispatch(isExtending ? { do: "extend", row, rows: rowIds } : { do: "toggle", row }),
  );
  const place = useCallbackRef((dragged: string, target: string, edge: "before" | "after") =>
    props.onMove(dragged, edge === "before" ? { before: target } : { after: target }),
  );
  const isSorted = props.sorting !== null;
  const table = useMemo<Table>(
    () => ({
      section,
      headingId: (field) => `${id}-${field.key}`,
      canEdit,
      dispatch: grid.dispatch,
      open,
      commit: (row, field, value) => edits.set(section.key, row, field, value),
      leave,
      select,
      place: isSorted ? null : place,
    }),
    [section, id, canEdit, grid.dispatch, open, edits, leave, select, place, isSorted],
  );
  useLostRow(grid, rowIds);

  const { active, takesFocus, editing, selected } = grid.state;
  const first = rowIds[0];
  return (
    <TableContext value={table}>
      <div className={styles.scroller} ref={scroller} data-windowed={window !== null || undefined}>
        {/* biome-ignore lint/a11y/useSemanticElements: see Cell. */}
        <div
          role="grid"
          className={styles.grid}
          aria-label={props.label}
          aria-describedby={`${id}-hint`}
          aria-rowcount={rows.length + 1}
          aria-colcount={columnKeys.length}
          aria-multiselectable={canEdit}
          aria-readonly={!canEdit || undefined}
          style={{ "--template": template, minWidth: least } as React.CSSProperties}
          tabIndex={active === null && first !== undefined ? 0 : -1}
          onFocus={(event) => {
            if (event.target !== event.currentTarget || first === undefined) return;
            grid.dispatch({
              do: "activate",
              spot: active ?? { row: first, column: columns[0]?.key ?? HANDLE },
            });
          }}
          onKeyDown={keys.onKeyDown}
          onPaste={keys.onPaste}
          onCopy={keys.onCopy}
        >
          <HeaderRow
            columns={columns}
            sorting={props.sorting}
            onSort={props.onSort}
            selection={selected.size === 0 ? "none" : selected.size < rows.length ? "some" : "all"}
            onSelectAll={() =>
              grid.dispatch({ do: "select", rows: selected.size === rows.length ? [] : rowIds })
            }
          />
          {/* biome-ignore lint/a11y/useSemanticElements: see Cell. */}
          <div role="rowgroup" className={styles.body} style={window ? { height: window.height } : undefined}>
            {(window?.items ?? rows.map((_, index) => ({ index, top: null }))).map(({ index, top }) => {
              const row = rows[index];
              if (row === undefined) return null;
              const isActive = active?.row === row.id;
              return (
                <TableRow
                  key={row.id}
                  row={row}
                  columns={columns}
                  index={index}
                  active={isActive ? active.column : null}
                  takesFocus={isActive && takesFocus}
                  editing={isActive ? editing : null}
                  isSelected={selected.has(row.id)}
                  top={top}
                  measure={window?.measure}
                />
              );
            })}
          </div>
          <TotalsRow section={section} rows={rows} columns={columns} />
        </div>
      </div>
      <p id={`${id}-hint`} className={styles.hint}>
        {t(canEdit ? "table.hint" : "table.hint_reading")}
      </p>
    </TableContext>
  );
}

/** Keeps the focus in the table when somebody else removes the row that it is in. */
function useLostRow(grid: Grid, rows: readonly string[]): void {
  const last = useRef(0);
  const { active } = grid.state;
  const at = active === null ? -1 : rows.indexOf(active.row);
  useEffect(() => {
    if (at >= 0) {
      last.current = at;
      return;
    }
    const next = rows[Math.min(last.current, rows.length - 1)];
    if (active === null || next === undefined) return;
    const takesFocus = document.activeElement === document.body;
    grid.dispatch({ do: "activate", spot: { ...active, row: next }, takesFocus });
  }, [at, active, rows, grid]);
}

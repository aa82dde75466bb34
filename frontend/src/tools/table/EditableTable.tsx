import { type CSSProperties, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Row } from "../../collab";
import type { FieldDescription, SectionDescription } from "../../form";
import type { Sorting } from "../view/arrange";
import { HANDLE, layoutOf } from "./columns";
import { HeaderRow } from "./HeaderRow";
import { TableBody } from "./TableBody";
import { TotalsRow } from "./TotalsRow";
import styles from "./table.module.css";
import { TableContext } from "./tableContext";
import type { Grid } from "./useGrid";
import { useGridKeys } from "./useGridKeys";
import { useLostRow } from "./useLostRow";
import { useRowWindow } from "./useRowWindow";
import { useTableObject } from "./useTableObject";

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
  const { section, rows, columns, grid, sorting, onSort } = props;
  const { t } = useTranslation("tools");
  const scroller = useRef<HTMLDivElement>(null);
  const rowIds = useMemo(() => rows.map((row) => row.id), [rows]);
  const { template, least } = useMemo(() => layoutOf(columns, section.title), [columns, section]);
  const window = useRowWindow(rowIds, scroller, grid.state.active?.row ?? null);
  const { leave, ...keys } = useGridKeys(props, rowIds);
  const table = useTableObject(props, rowIds, leave);
  useLostRow(grid, rowIds);
  return (
    <TableContext value={table}>
      <div className={styles.scroller} ref={scroller} data-windowed={window !== null || undefined}>
        {/* biome-ignore lint/a11y/useSemanticElements: see Cell. */}
        <div
          role="grid"
          className={styles.grid}
          style={{ "--template": template, minWidth: least } as CSSProperties}
          aria-label={props.label}
          aria-describedby={`${table.id}-hint`}
          aria-rowcount={rows.length + 1}
          aria-colcount={columns.length + 1}
          aria-multiselectable={table.canEdit}
          aria-readonly={!table.canEdit || undefined}
          {...useEntrance(grid, rowIds[0], columns[0]?.key)}
          {...keys}
        >
          <HeaderRow columns={columns} rows={rowIds} grid={grid} sorting={sorting} onSort={onSort} />
          <TableBody rows={rows} columns={columns} grid={grid} window={window} />
          <TotalsRow section={section} rows={rows} columns={columns} />
        </div>
      </div>
      <p id={`${table.id}-hint`} className={styles.hint}>
        {t(table.canEdit ? "table.hint" : "table.hint_reading")}
      </p>
    </TableContext>
  );
}

/** Tab enters a table at its first cell; once somebody has been in it, where they left. */
function useEntrance(grid: Grid, row: string | undefined, column = HANDLE) {
  const { active } = grid.state;
  return {
    tabIndex: active === null && row !== undefined ? 0 : -1,
    onFocus: (event: React.FocusEvent) => {
      if (event.target !== event.currentTarget || row === undefined) return;
      grid.dispatch({ do: "activate", spot: active ?? { row, column } });
    },
  };
}

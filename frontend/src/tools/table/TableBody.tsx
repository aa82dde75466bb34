import type { Row } from "../../collab";
import type { FieldDescription } from "../../form";
import { TableRow } from "./TableRow";
import styles from "./table.module.css";
import type { Grid } from "./useGrid";
import type { RowWindow } from "./useRowWindow";

interface TableBodyProps {
  rows: readonly Row[];
  columns: readonly FieldDescription[];
  grid: Grid;
  /** Which rows to draw; null for all of them. */
  window: RowWindow | null;
}

export function TableBody({ rows, columns, grid, window }: TableBodyProps) {
  const { active, takesFocus, editing, selected } = grid.state;
  const items = window?.items ?? rows.map((_, index) => ({ index, top: null }));
  return (
    // biome-ignore lint/a11y/useSemanticElements: see Cell.
    <div role="rowgroup" className={styles.body} style={window ? { height: window.height } : undefined}>
      {items.map(({ index, top }) => {
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
  );
}

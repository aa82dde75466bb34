import { useEffect, useRef } from "react";
import type { Grid } from "./useGrid";

/** Keeps the focus in the table when somebody else removes the row that it is in. */
export function useLostRow(grid: Grid, rows: readonly string[]): void {
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

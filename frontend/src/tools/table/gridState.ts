/** Where somebody is in a table and what they are doing there; plain state, so that it can be tested alone. */

export interface Spot {
  row: string;
  column: string;
}

export interface GridState {
  active: Spot | null;
  /** The active cell shall take the focus when it is next drawn; not after a click somewhere else. */
  takesFocus: boolean;
  /** The active cell is open; `typed` is what was typed to open it. */
  editing: { typed: string | null } | null;
  selected: ReadonlySet<string>;
  /** The row from which Shift extends a selection. */
  anchor: string | null;
}

export const AT_REST: GridState = {
  active: null,
  takesFocus: false,
  editing: null,
  selected: new Set(),
  anchor: null,
};

export type GridAction =
  | { do: "activate"; spot: Spot; takesFocus?: boolean }
  | { do: "edit"; spot: Spot; typed: string | null }
  | { do: "rest"; takesFocus: boolean }
  | { do: "focused" }
  | { do: "toggle"; row: string }
  | { do: "extend"; row: string; rows: readonly string[] }
  | { do: "select"; rows: readonly string[] };

export function reduceGrid(state: GridState, action: GridAction): GridState {
  switch (action.do) {
    case "activate":
      return { ...state, active: action.spot, takesFocus: action.takesFocus ?? true, editing: null };
    case "edit":
      return { ...state, active: action.spot, takesFocus: true, editing: { typed: action.typed } };
    case "rest":
      return { ...state, takesFocus: action.takesFocus, editing: null };
    case "focused":
      return state.takesFocus ? { ...state, takesFocus: false } : state;
    case "toggle":
      return { ...state, selected: toggled(state.selected, action.row), anchor: action.row };
    case "extend":
      return {
        ...state,
        selected: new Set([...state.selected, ...between(action.rows, state.anchor, action.row)]),
      };
    case "select":
      return { ...state, selected: new Set(action.rows), anchor: null };
  }
}

function toggled(selected: ReadonlySet<string>, row: string): ReadonlySet<string> {
  const next = new Set(selected);
  if (!next.delete(row)) next.add(row);
  return next;
}

function between(rows: readonly string[], from: string | null, to: string): string[] {
  const [a, b] = [rows.indexOf(from ?? to), rows.indexOf(to)];
  return a < 0 ? [to] : rows.slice(Math.min(a, b), Math.max(a, b) + 1);
}

/** Return the spot some rows and columns away, no farther than the edges. */
export function spotFrom(
  spot: Spot,
  by: { rows?: number; columns?: number },
  rows: readonly string[],
  columns: readonly string[],
): Spot {
  const row = rows[clamp(rows.indexOf(spot.row) + (by.rows ?? 0), rows.length)];
  const column = columns[clamp(columns.indexOf(spot.column) + (by.columns ?? 0), columns.length)];
  return { row: row ?? spot.row, column: column ?? spot.column };
}

/** Return the next spot in reading order, or null beyond the first or last. */
export function spotNext(
  spot: Spot,
  step: 1 | -1,
  rows: readonly string[],
  columns: readonly string[],
): Spot | null {
  const at = rows.indexOf(spot.row) * columns.length + columns.indexOf(spot.column) + step;
  const row = rows[Math.floor(at / columns.length)];
  const column = columns[at % columns.length];
  return at < 0 || row === undefined || column === undefined ? null : { row, column };
}

function clamp(index: number, length: number): number {
  return Math.max(0, Math.min(length - 1, index));
}

import { type Dispatch, useMemo, useReducer } from "react";
import { AT_REST, type GridAction, type GridState, reduceGrid } from "./gridState";

/** A table's state with the way to change it. */
export interface Grid {
  state: GridState;
  dispatch: Dispatch<GridAction>;
}

export function useGrid(): Grid {
  const [state, dispatch] = useReducer(reduceGrid, AT_REST);
  return useMemo(() => ({ state, dispatch }), [state]);
}

import { type RefObject, useEffect } from "react";
import { useTable } from "./tableContext";

/** Gives a cell the focus when the table says so, once: one that scrolls back into view must not take it. */
export function useCellFocus(cell: RefObject<HTMLElement | null>, takesFocus: boolean): void {
  const { dispatch } = useTable();
  useEffect(() => {
    if (!takesFocus) return;
    cell.current?.focus();
    dispatch({ do: "focused" });
  }, [cell, takesFocus, dispatch]);
}

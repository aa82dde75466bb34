import { createContext, type Dispatch, useContext } from "react";
import type { Value } from "../../collab";
import type { FieldDescription, Leaving, SectionDescription } from "../../form";
import type { GridAction } from "./gridState";

/** What rows and cells ask of their table; the same object from render to render, so that rows stay as they are. */
export interface Table {
  id: string;
  section: SectionDescription;
  /** The element that names a column, for the inputs in it. */
  headingId(field: FieldDescription): string;
  canEdit: boolean;
  dispatch: Dispatch<GridAction>;
  open(row: string, field: string | null): void;
  commit(row: string, field: string, value: Value): void;
  leave(how: Leaving): void;
  select(row: string, isExtending: boolean): void;
  /** Put a row before or after another, or null while the view has an order of its own. */
  place: ((dragged: string, target: string, edge: "before" | "after") => void) | null;
}

export const TableContext = createContext<Table | null>(null);

export function useTable(): Table {
  const table = useContext(TableContext);
  if (table === null) throw new Error("Cells are only drawn in a table.");
  return table;
}

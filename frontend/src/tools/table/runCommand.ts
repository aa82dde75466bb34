/** Carries out what a key asks of a table. */

import type { Edits } from "../../collab";
import { type FieldDescription, fieldIn, stepOfKey } from "../../form";
import { HANDLE, isEditedInPlace } from "./columns";
import type { EditableTableProps } from "./EditableTable";
import type { GridCommand } from "./gridKeys";
import { type Spot, spotFrom, spotNext } from "./gridState";

interface Circumstances extends EditableTableProps {
  edits: Edits;
  canEdit: boolean;
  rowIds: readonly string[];
  columnKeys: readonly string[];
}

/** Returns false for a command that means nothing here, so that the browser gets its key. */
export function runCommand(command: GridCommand, spot: Spot, around: Circumstances): boolean {
  switch (command.do) {
    case "step":
      // Who only reads has no next cell to fill; Tab leads out of the table.
      return around.canEdit && go(command, spot, around);
    case "move":
    case "edge":
      return go(command, spot, around);
    case "leave":
      around.onBeyond();
      return true;
    case "enter":
      return enter(spot, around);
    case "edit":
    case "type":
    case "clear":
      return change(command, spot, around);
    case "mark":
      if (around.canEdit) around.grid.dispatch({ do: "toggle", row: spot.row });
      return around.canEdit;
    case "reorder":
      return around.canEdit && reorder(spot.row, command.by, around);
  }
}

type Going = Extract<GridCommand, { do: "move" | "step" | "edge" }>;

function go(command: Going, spot: Spot, { grid, rowIds, columnKeys, onBeyond }: Circumstances): boolean {
  if (command.do === "move" && command.rows === 1 && spot.row === rowIds.at(-1)) {
    onBeyond();
    return true;
  }
  const next =
    command.do === "move"
      ? spotFrom(spot, command, rowIds, columnKeys)
      : command.do === "step"
        ? spotNext(spot, command.by, rowIds, columnKeys)
        : edgeFrom(spot, command.rows, command.to, rowIds, columnKeys);
  if (next !== null) grid.dispatch({ do: "activate", spot: next });
  return next !== null;
}

function edgeFrom(
  spot: Spot,
  isRows: boolean,
  to: 1 | -1,
  rows: readonly string[],
  columns: readonly string[],
): Spot {
  return {
    row: isRows ? (rows.at(to === 1 ? -1 : 0) ?? spot.row) : spot.row,
    // The first field, not the handle before it.
    column: (to === 1 ? columns.at(-1) : columns[1]) ?? spot.column,
  };
}

/** The record's name opens the record; any other cell opens itself, or the record where it cannot. */
function enter(spot: Spot, around: Circumstances): boolean {
  const { section, onOpen } = around;
  const isName = spot.column === HANDLE || spot.column === section.title;
  if (isName) onOpen(spot.row, null);
  else if (!change({ do: "edit" }, spot, around)) onOpen(spot.row, spot.column);
  return true;
}

type Changing = Extract<GridCommand, { do: "edit" | "type" | "clear" }>;

function change(command: Changing, spot: Spot, around: Circumstances): boolean {
  const { section, grid, edits, canEdit, onRemove } = around;
  const { selected } = grid.state;
  if (command.do === "clear" && canEdit && selected.size > 0) {
    onRemove([...selected]);
    return true;
  }
  const field = changeable(spot, around);
  if (field === null) return false;
  if (command.do === "type") return type(field, spot, command.typed, around);
  if (command.do === "edit" && field.kind === "flag") return type(field, spot, " ", around);
  if (command.do === "edit") grid.dispatch({ do: "edit", spot, typed: null });
  // One key is not enough to take away what several people have written.
  else if (field.kind !== "long_text") edits.set(section.key, spot.row, spot.column, null);
  return true;
}

/** The field at a spot when this person can change it there. */
function changeable(spot: Spot, { section, canEdit }: Circumstances): FieldDescription | null {
  const field = fieldIn(section, spot.column);
  return canEdit && field !== null && isEditedInPlace(field) ? field : null;
}

/** A key that is a value by itself sets it; any other opens the cell with it. */
function type(field: FieldDescription, spot: Spot, typed: string, around: Circumstances): boolean {
  const { section, grid, edits, rows } = around;
  const value = rows.find((row) => row.id === spot.row)?.values[spot.column];
  const set = (next: number | boolean) => edits.set(section.key, spot.row, spot.column, next);
  if (field.kind === "flag") {
    if (typed === " ") set(value !== true);
    return typed === " ";
  }
  const step =
    field.kind === "scale" ? stepOfKey(field, typeof value === "number" ? value : null, typed) : null;
  if (step !== null) set(step);
  else grid.dispatch({ do: "edit", spot, typed: typed === " " ? null : typed });
  return true;
}

function reorder(row: string, by: 1 | -1, { rowIds, sorting, onMove }: Circumstances): boolean {
  const neighbour = rowIds[rowIds.indexOf(row) + by];
  if (sorting !== null || neighbour === undefined) return false;
  onMove(row, by < 0 ? { before: neighbour } : { after: neighbour });
  return true;
}

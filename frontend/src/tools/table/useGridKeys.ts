import type { ClipboardEvent, KeyboardEvent } from "react";
import { useEdits, usePlanSession } from "../../collab";
import { type FieldDescription, fieldIn, type Leaving, stepOfKey } from "../../form";
import { HANDLE, isEditedInPlace } from "./columns";
import type { EditableTableProps } from "./EditableTable";
import { type GridCommand, gridCommandOf } from "./gridKeys";
import { type Spot, spotFrom, spotNext } from "./gridState";

interface GridKeys {
  onKeyDown(event: KeyboardEvent): void;
  onPaste(event: ClipboardEvent): void;
  onCopy(event: ClipboardEvent): void;
  /** Where to go from an open cell. */
  leave(how: Leaving): void;
}

/** What keys and the clipboard do in a table while no cell is open. */
export function useGridKeys(
  props: EditableTableProps,
  rows: readonly string[],
  columns: readonly string[],
): GridKeys {
  const { section, grid } = props;
  const edits = useEdits();
  const { canEdit } = usePlanSession();
  const { active, editing, selected } = grid.state;
  const go = (spot: Spot) => grid.dispatch({ do: "activate", spot });
  const edit = (spot: Spot, typed: string | null) => grid.dispatch({ do: "edit", spot, typed });

  const leave = (how: Leaving) => {
    if (active === null) return;
    if (how === "stay") grid.dispatch({ do: "rest", takesFocus: true });
    else if (how === "down") go(spotFrom(active, { rows: 1 }, rows, columns));
    else go(spotNext(active, how === "next" ? 1 : -1, rows, columns) ?? active);
  };

  /** Returns false for a command that means nothing here, so that the browser gets its key. */
  const run = (command: GridCommand, spot: Spot): boolean => {
    const field = fieldIn(section, spot.column);
    const canChange = canEdit && field !== null && isEditedInPlace(field);
    switch (command.do) {
      case "move":
        if (command.rows === 1 && spot.row === rows.at(-1)) props.onBeyond();
        else go(spotFrom(spot, command, rows, columns));
        return true;
      case "step": {
        const next = spotNext(spot, command.by, rows, columns);
        if (next !== null) go(next);
        return next !== null;
      }
      case "edge":
        go(edgeFrom(spot, command.rows, command.to, rows, columns));
        return true;
      case "reorder":
        return canEdit && reorder(spot.row, command.by);
      case "enter":
        if (canChange && spot.column !== section.title) edit(spot, null);
        else
          props.onOpen(
            spot.row,
            spot.column === HANDLE || spot.column === section.title ? null : spot.column,
          );
        return true;
      case "edit":
        if (canChange) edit(spot, null);
        return canChange;
      case "type":
        return canChange && type(field, spot, command.typed);
      case "clear":
        if (canEdit && selected.size > 0) props.onRemove([...selected]);
        else if (canChange && field.kind !== "long_text") edits.set(section.key, spot.row, spot.column, null);
        return canEdit;
      case "mark":
        if (canEdit) grid.dispatch({ do: "toggle", row: spot.row });
        return canEdit;
      case "leave":
        props.onBeyond();
        return true;
    }
  };

  const reorder = (row: string, by: 1 | -1): boolean => {
    const neighbour = rows[rows.indexOf(row) + by];
    if (props.sorting !== null || neighbour === undefined) return false;
    props.onMove(row, by < 0 ? { before: neighbour } : { after: neighbour });
    return true;
  };

  /** A key that is a value by itself sets it; any other opens the cell with it. */
  const type = (field: FieldDescription, spot: Spot, typed: string): boolean => {
    const value = props.rows.find((row) => row.id === spot.row)?.values[spot.column];
    if (field.kind === "flag") {
      if (typed !== " ") return false;
      edits.set(section.key, spot.row, spot.column, value !== true);
    } else if (field.kind === "scale") {
      const step = stepOfKey(field, typeof value === "number" ? value : null, typed);
      if (step === null) return false;
      edits.set(section.key, spot.row, spot.column, step);
    } else edit(spot, typed === " " ? null : typed);
    return true;
  };

  return {
    leave,
    onKeyDown: (event) => {
      if (active === null || editing || event.defaultPrevented || !isOnCell(event)) return;
      const isMark = active.column === HANDLE && event.key === " ";
      const command: GridCommand | null = isMark ? { do: "mark" } : gridCommandOf(event);
      if (command !== null && run(command, active)) event.preventDefault();
    },
    onPaste: (event) => {
      if (editing || !canEdit) return;
      if (props.onPaste(event.clipboardData.getData("text/plain"), active)) event.preventDefault();
    },
    onCopy: (event) => {
      if (editing || active === null || !getSelection()?.isCollapsed) return;
      event.clipboardData.setData("text/plain", props.onCopy(active));
      event.preventDefault();
    },
  };
}

/** Keys in the buttons and boxes of a table are theirs. */
function isOnCell({ target }: KeyboardEvent): boolean {
  return target instanceof Element && target.matches("[role=gridcell]");
}

function edgeFrom(
  spot: Spot,
  isRows: boolean,
  to: 1 | -1,
  rows: readonly string[],
  columns: readonly string[],
): Spot {
  const last = to === 1 ? -1 : 0;
  return {
    row: isRows ? (rows.at(last) ?? spot.row) : spot.row,
    // The first field, not the handle before it.
    column: (to === 1 ? columns.at(-1) : columns[1]) ?? spot.column,
  };
}

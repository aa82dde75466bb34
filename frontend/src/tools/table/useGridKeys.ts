import type { ClipboardEvent, KeyboardEvent } from "react";
import { useEdits, usePlanSession } from "../../collab";
import type { Leaving } from "../../form";
import { HANDLE } from "./columns";
import type { EditableTableProps } from "./EditableTable";
import { type GridCommand, gridCommandOf } from "./gridKeys";
import { spotFrom, spotNext } from "./gridState";
import { runCommand } from "./runCommand";

interface GridKeys {
  onKeyDown(event: KeyboardEvent): void;
  onPaste(event: ClipboardEvent): void;
  onCopy(event: ClipboardEvent): void;
  /** Where to go from an open cell. */
  leave(how: Leaving): void;
}

/** What keys and the clipboard do in a table while no cell is open. */
export function useGridKeys(props: EditableTableProps, rows: readonly string[]): GridKeys {
  const { grid } = props;
  const edits = useEdits();
  const { canEdit } = usePlanSession();
  const { active, editing } = grid.state;
  const columns = [HANDLE, ...props.columns.map((field) => field.key)];
  return {
    leave: (how) => {
      if (active === null) return;
      const next = how === "next" ? 1 : -1;
      if (how === "stay") grid.dispatch({ do: "rest", takesFocus: true });
      else if (how === "down") {
        grid.dispatch({ do: "activate", spot: spotFrom(active, { rows: 1 }, rows, columns) });
      } else grid.dispatch({ do: "activate", spot: spotNext(active, next, rows, columns) ?? active });
    },
    onKeyDown: (event) => {
      if (active === null || editing || event.defaultPrevented || !isOnCell(event)) return;
      const isMark = active.column === HANDLE && event.key === " ";
      const command: GridCommand | null = isMark ? { do: "mark" } : gridCommandOf(event);
      const circumstances = { ...props, edits, canEdit, rowIds: rows, columnKeys: columns };
      if (command !== null && runCommand(command, active, circumstances)) event.preventDefault();
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

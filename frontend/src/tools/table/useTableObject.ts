import { useCallbackRef } from "@mantine/hooks";
import { useId, useMemo } from "react";
import { useEdits, usePlanSession } from "../../collab";
import type { Leaving } from "../../form";
import type { EditableTableProps } from "./EditableTable";
import type { Table } from "./tableContext";

/** What rows and cells need of their table. It changes only with the section, the rights and the sorting. */
export function useTableObject(
  props: EditableTableProps,
  rowIds: readonly string[],
  leaveCell: (how: Leaving) => void,
): Table {
  const { section, grid, sorting } = props;
  const { dispatch } = grid;
  const id = useId();
  const edits = useEdits();
  const { canEdit } = usePlanSession();
  const open = useCallbackRef(props.onOpen);
  const leave = useCallbackRef(leaveCell);
  const select = useCallbackRef((row: string, isExtending: boolean) =>
    dispatch(isExtending ? { do: "extend", row, rows: rowIds } : { do: "toggle", row }),
  );
  const place = useCallbackRef((dragged: string, target: string, edge: "before" | "after") =>
    props.onMove(dragged, edge === "before" ? { before: target } : { after: target }),
  );
  const isSorted = sorting !== null;
  return useMemo<Table>(
    () => ({
      id,
      section,
      headingId: (field) => `${id}-${field.key}`,
      canEdit,
      dispatch,
      open,
      commit: (row, field, value) => edits.set(section.key, row, field, value),
      leave,
      select,
      place: isSorted ? null : place,
    }),
    [id, section, canEdit, dispatch, open, edits, leave, select, place, isSorted],
  );
}

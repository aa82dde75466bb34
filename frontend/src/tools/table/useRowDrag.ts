import { combine } from "@atlaskit/pragmatic-drag-and-drop/combine";
import { draggable, dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { attachClosestEdge, extractClosestEdge } from "@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge";
import { type RefObject, useEffect, useState } from "react";
import type { Table } from "./tableContext";

export type Edge = "before" | "after";

/** Makes a row draggable by its handle and a place to drop others on; does nothing while `place` is null. */
export function useRowDrag(
  row: string,
  element: RefObject<HTMLElement | null>,
  handle: RefObject<HTMLElement | null>,
  place: Table["place"],
): { over: Edge | null; isDragged: boolean } {
  const [over, setOver] = useState<Edge | null>(null);
  const [isDragged, setDragged] = useState(false);
  useEffect(() => {
    const [target, grip] = [element.current, handle.current];
    if (!target || !grip || place === null) return;
    return combine(
      draggable({
        element: target,
        dragHandle: grip,
        // The function stands for the table: rows are dropped only among their own.
        getInitialData: () => ({ row, place }),
        onDragStart: () => setDragged(true),
        onDrop: () => setDragged(false),
      }),
      dropTargetForElements({
        element: target,
        canDrop: ({ source }) => source.data.place === place && source.data.row !== row,
        getData: ({ input }) =>
          attachClosestEdge({}, { element: target, input, allowedEdges: ["top", "bottom"] }),
        onDrag: ({ self }) => setOver(edgeIn(self.data)),
        onDragLeave: () => setOver(null),
        onDrop: ({ self, source }) => {
          setOver(null);
          place(String(source.data.row), row, edgeIn(self.data));
        },
      }),
    );
  }, [row, element, handle, place]);
  return { over, isDragged };
}

function edgeIn(data: Record<string | symbol, unknown>): Edge {
  return extractClosestEdge(data) === "top" ? "before" : "after";
}

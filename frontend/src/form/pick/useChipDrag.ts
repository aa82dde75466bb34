import { combine } from "@atlaskit/pragmatic-drag-and-drop/combine";
import { draggable, dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { attachClosestEdge, extractClosestEdge } from "@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge";
import { type RefObject, useEffect, useEffectEvent, useState } from "react";

export type ChipEdge = "before" | "after";

interface ChipDrag {
  value: string;
  /** Chips of one list drop only on each other. */
  group: symbol;
  isDraggable: boolean;
  onDrop(dragged: string, edge: ChipEdge): void;
}

/** Makes a chip draggable among its neighbours; returns the edge at which another one would drop. */
export function useChipDrag(chip: RefObject<HTMLElement | null>, drag: ChipDrag): ChipEdge | null {
  const { value, group, isDraggable } = drag;
  const [over, setOver] = useState<ChipEdge | null>(null);
  const drop = useEffectEvent(drag.onDrop);
  useEffect(() => {
    const element = chip.current;
    if (!element || !isDraggable) return;
    return combine(
      draggable({ element, getInitialData: () => ({ group, value }) }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) => source.data.group === group && source.data.value !== value,
        getData: ({ input }) => attachClosestEdge({}, { element, input, allowedEdges: ["left", "right"] }),
        onDrag: ({ self }) => setOver(edgeIn(self.data)),
        onDragLeave: () => setOver(null),
        onDrop: ({ self, source }) => {
          setOver(null);
          drop(String(source.data.value), edgeIn(self.data));
        },
      }),
    );
  }, [chip, isDraggable, group, value]);
  return over;
}

function edgeIn(data: Record<string | symbol, unknown>): ChipEdge {
  return extractClosestEdge(data) === "left" ? "before" : "after";
}

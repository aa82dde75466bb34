import { combine } from "@atlaskit/pragmatic-drag-and-drop/combine";
import { draggable, dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { attachClosestEdge, extractClosestEdge } from "@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge";
import { type RefObject, useEffect, useEffectEvent, useState } from "react";
import type { Spot } from "./arrange";

export type Edge = "before" | "after";

interface CardDrag {
  id: string;
  lane: string;
  element: RefObject<HTMLElement | null>;
  /** Names the board, so that cards are dropped only among their own; null where nobody may drag. */
  board: object | null;
  onMove(id: string, spot: Spot): void;
  onHold(isHeld: boolean): void;
}

/** Makes a card draggable, and a place before or after which others are dropped. */
export function useCardDrag({ id, lane, element, board, onMove, onHold }: CardDrag): {
  over: Edge | null;
  isDragged: boolean;
} {
  const [over, setOver] = useState<Edge | null>(null);
  const [isDragged, setDragged] = useState(false);
  const hold = useEffectEvent((isHeld: boolean) => {
    setDragged(isHeld);
    onHold(isHeld);
  });
  const drop = useEffectEvent((dropped: string, edge: Edge) => {
    onMove(dropped, { lane, place: edge === "before" ? { before: id } : { after: id } });
  });
  useEffect(() => {
    const card = element.current;
    if (card === null || board === null) return;
    return combine(
      draggable({
        element: card,
        getInitialData: () => ({ card: id, board }),
        onDragStart: () => hold(true),
        onDrop: () => hold(false),
      }),
      dropTargetForElements({
        element: card,
        canDrop: ({ source }) => source.data.board === board && source.data.card !== id,
        getData: ({ input }) =>
          attachClosestEdge({}, { element: card, input, allowedEdges: ["top", "bottom"] }),
        onDrag: ({ self }) => setOver(edgeIn(self.data)),
        onDragLeave: () => setOver(null),
        onDrop: ({ self, source }) => {
          setOver(null);
          drop(String(source.data.card), edgeIn(self.data));
        },
      }),
    );
  }, [id, element, board]);
  return { over, isDragged };
}

/** Makes a lane the place where a card that is dropped on no other card comes to lie, at its end. */
export function useLaneDrop(
  element: RefObject<HTMLElement | null>,
  board: object | null,
  onDrop: (id: string) => void,
): boolean {
  const [isOver, setOver] = useState(false);
  const drop = useEffectEvent(onDrop);
  useEffect(() => {
    const lane = element.current;
    if (lane === null || board === null) return;
    return dropTargetForElements({
      element: lane,
      canDrop: ({ source }) => source.data.board === board,
      onDropTargetChange: ({ location, self }) =>
        setOver(location.current.dropTargets[0]?.element === self.element),
      onDragEnter: ({ location, self }) => setOver(location.current.dropTargets[0]?.element === self.element),
      onDragLeave: () => setOver(false),
      onDrop: ({ location, self, source }) => {
        setOver(false);
        // A card in the lane that was dropped on has already said where.
        if (location.current.dropTargets[0]?.element === self.element) drop(String(source.data.card));
      },
    });
  }, [element, board]);
  return isOver;
}

function edgeIn(data: Record<string | symbol, unknown>): Edge {
  return extractClosestEdge(data) === "top" ? "before" : "after";
}

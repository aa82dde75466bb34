import { dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { type RefObject, useEffect, useState } from "react";
import type { Rating } from "./risks";
import type { Matrix } from "./useMatrix";

/** Makes a cell, or the tray, the place where a risk is dropped to get a rating, or to lose it. */
export function useRiskDrop(
  element: RefObject<HTMLElement | null>,
  matrix: Matrix,
  likelihood: number | null,
  impact: number | null,
): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const place = element.current;
    if (place === null || matrix.token === null) return;
    const rating: Rating | null = likelihood === null || impact === null ? null : { likelihood, impact };
    return dropTargetForElements({
      element: place,
      canDrop: ({ source }) => source.data.matrix === matrix.token,
      onDragEnter: () => setOver(true),
      onDragLeave: () => setOver(false),
      onDrop: ({ source }) => {
        setOver(false);
        matrix.rate(String(source.data.risk), rating);
      },
    });
  }, [element, matrix, likelihood, impact]);
  return isOver;
}

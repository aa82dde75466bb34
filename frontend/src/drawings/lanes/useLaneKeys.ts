import { type KeyboardEvent, type RefObject, useCallback } from "react";
import { type Direction, neighbourOf, type Spot, stepTo } from "./arrange";
import { cardIn } from "./cardIn";
import type { Now } from "./Lanes";

const DIRECTIONS: Readonly<Record<string, Direction>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
};

/** Returns what the arrow keys do on a card: alone they move the focus, with Shift or Alt the card. */
export function useLaneKeys(
  now: Now,
  element: RefObject<HTMLElement | null>,
  onMove: ((id: string, spot: Spot) => void) | null,
): (event: KeyboardEvent, id: string) => void {
  return useCallback(
    (event, id) => {
      const to = DIRECTIONS[event.key];
      if (to === undefined || event.ctrlKey || event.metaKey) return;
      // Alt with an arrow would leave the page in some browsers.
      event.preventDefault();
      const { lanes } = now.current;
      if (!event.shiftKey && !event.altKey) {
        const other = neighbourOf(lanes, id, to);
        if (other !== null) cardIn(element.current, other)?.focus();
        return;
      }
      const spot = stepTo(lanes, id, to);
      if (spot !== null) onMove?.(id, spot);
    },
    [now, element, onMove],
  );
}

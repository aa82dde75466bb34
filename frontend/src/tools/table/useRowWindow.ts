import { useVirtualizer } from "@tanstack/react-virtual";
import { type Ref, type RefObject, useEffect } from "react";

/** Up to here every row is drawn; the browser's own search then finds them all. */
const MOST_DRAWN = 100;
const ROW_HEIGHT = 41;

/** The rows of a long table that are in view, and the room that all of them take. */
export interface RowWindow {
  height: number;
  items: { index: number; top: number }[];
  measure: Ref<HTMLDivElement>;
}

/** Which rows of a long table to draw; null for a table short enough to draw them all. */
export function useRowWindow(
  rows: readonly string[],
  scroller: RefObject<HTMLElement | null>,
  active: string | null,
): RowWindow | null {
  const isLong = rows.length > MOST_DRAWN;
  const virtualizer = useVirtualizer({
    count: rows.length,
    enabled: isLong,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => rows[index] ?? index,
    overscan: 10,
    // The heading covers the first row's height of what is in view.
    scrollPaddingStart: ROW_HEIGHT,
  });
  const activeIndex = active === null ? -1 : rows.indexOf(active);
  useEffect(() => {
    if (isLong && activeIndex >= 0) virtualizer.scrollToIndex(activeIndex);
  }, [isLong, activeIndex, virtualizer]);
  if (!isLong) return null;
  return {
    height: virtualizer.getTotalSize(),
    items: virtualizer.getVirtualItems().map(({ index, start }) => ({ index, top: start })),
    measure: virtualizer.measureElement,
  };
}

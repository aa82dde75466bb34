/** Within this many pixels of an edge the page follows a drag. */
const EDGE_PX = 48;
const STEP_PX = 12;

/** Scroll whatever scrolls under a point when the point nears its edge. */
export function scrollTowards(x: number, y: number): void {
  let element: Element | null = document.elementFromPoint(x, y);
  for (; element !== null; element = element.parentElement) {
    const canScroll =
      element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1;
    if (!canScroll || getComputedStyle(element).overflow === "visible") continue;
    const box = element.getBoundingClientRect();
    element.scrollBy(nudge(x, box.left, box.right), nudge(y, box.top, box.bottom));
  }
}

function nudge(at: number, low: number, high: number): number {
  if (at - low < EDGE_PX) return -STEP_PX;
  return high - at < EDGE_PX ? STEP_PX : 0;
}

/** A page that has not shown a place by then does not show it in this view. */
const PATIENCE_MS = 3_000;

/** Bring what a page marks with this `data-target` into view, as soon as the page is there.
 *
 * Returns a function that gives up.
 */
export function arriveAt(target: string): () => void {
  const started = performance.now();
  let frame = 0;
  const look = () => {
    const place = document.querySelector<HTMLElement>(`[data-target="${CSS.escape(target)}"]`);
    if (place) show(place);
    else if (performance.now() - started < PATIENCE_MS) frame = requestAnimationFrame(look);
  };
  frame = requestAnimationFrame(look);
  return () => cancelAnimationFrame(frame);
}

function show(place: HTMLElement): void {
  const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
  place.scrollIntoView({ block: "start", behavior: isStill ? "auto" : "smooth" });
  // Reading and the Tab key go on from here.
  if (!place.hasAttribute("tabindex")) place.tabIndex = -1;
  place.focus({ preventScroll: true });
}

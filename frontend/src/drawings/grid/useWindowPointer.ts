import { useEffect, useEffectEvent } from "react";

interface PointerHearing {
  onMove(event: PointerEvent): void;
  onUp(event: PointerEvent): void;
  onCancel(): void;
}

/** Hears the pointer wherever it goes; while something is dragged a finger does not scroll and Escape lets go. */
export function useWindowPointer(isDragging: boolean, hearing: PointerHearing): void {
  const onMove = useEffectEvent(hearing.onMove);
  const onUp = useEffectEvent(hearing.onUp);
  const onCancel = useEffectEvent(hearing.onCancel);
  const onTouchMove = useEffectEvent((event: TouchEvent) => {
    if (isDragging) event.preventDefault();
  });
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== "Escape" || !isDragging) return;
    event.stopImmediatePropagation();
    hearing.onCancel();
  });
  useEffect(() => {
    const over = new AbortController();
    const until = { signal: over.signal };
    window.addEventListener("pointermove", onMove, until);
    window.addEventListener("pointerup", onUp, until);
    window.addEventListener("pointercancel", onCancel, until);
    window.addEventListener("keydown", onKey, { ...until, capture: true });
    // A passive listener could not keep the page from scrolling away under the drag.
    window.addEventListener("touchmove", onTouchMove, { ...until, passive: false });
    return () => over.abort();
  }, []);
}

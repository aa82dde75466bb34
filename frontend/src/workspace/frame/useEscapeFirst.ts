import { useEffectEvent, useLayoutEffect } from "react";

/** Hears Escape before whatever is open further down, so that one press closes one thing.
 *
 * Drawers and dialogs listen on the window in the order in which they were mounted, and each would
 * close. Called by the frame, this listener comes before all of them: a layout effect runs ahead of
 * the effects in which they begin to listen.
 */
export function useEscapeFirst(isActive: boolean, onEscape: () => void): void {
  const hear = useEffectEvent((event: KeyboardEvent) => {
    if (!isActive || event.key !== "Escape" || event.isComposing || keepsEscape(event.target)) return;
    event.stopImmediatePropagation();
    onEscape();
  });
  useLayoutEffect(() => {
    window.addEventListener("keydown", hear, { capture: true });
    return () => window.removeEventListener("keydown", hear, { capture: true });
  }, []);
}

/** The mark by which a field tells Mantine's drawers that Escape is its own. */
export const KEEPS_ESCAPE = { "data-mantine-stop-propagation": "true" } as const;

function keepsEscape(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.dataset.mantineStopPropagation === "true";
}

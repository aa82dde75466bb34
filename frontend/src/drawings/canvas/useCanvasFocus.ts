import { useCallback, useEffect, useRef, useState } from "react";
import { type Target, useFocusTarget } from "../../collab";
import type { Piece } from "./pieces";

/** A piece that was out of sight is on the page a few frames after the canvas has moved there. */
const PATIENCE_FRAMES = 12;

export interface CanvasFocus {
  /** The one piece that the Tab key stops at. */
  active: string | null;
  setActive(id: string): void;
  /** Give a piece the focus as soon as it is drawn. */
  focus(id: string): void;
  onFocus(event: React.FocusEvent): void;
  onBlur(event: React.FocusEvent): void;
}

/** Roving focus: one stop for the Tab key, and others see at which piece this person is. */
export function useCanvasFocus(
  section: string,
  pieces: readonly Piece[],
  root: React.RefObject<HTMLElement | null>,
): CanvasFocus {
  const [chosen, setActive] = useState<string | null>(null);
  const [isInside, setInside] = useState(false);
  const frame = useRef(0);
  const active = pieces.some(({ id }) => id === chosen) ? chosen : (pieces[0]?.id ?? null);
  useTelling({ section, id: isInside ? chosen : null, field: null });

  const focus = useCallback(
    (id: string) => {
      setActive(id);
      cancelAnimationFrame(frame.current);
      let tries = 0;
      const look = () => {
        const element = root.current?.querySelector<HTMLElement>(
          `.react-flow__node[data-id="${CSS.escape(id)}"]`,
        );
        if (element) element.focus({ preventScroll: true });
        else if (tries++ < PATIENCE_FRAMES) frame.current = requestAnimationFrame(look);
      };
      frame.current = requestAnimationFrame(look);
    },
    [root],
  );
  useEffect(() => () => cancelAnimationFrame(frame.current), []);

  return {
    active,
    setActive,
    focus,
    onFocus: (event) => {
      const id = pieceAround(event.target);
      if (id !== null) setActive(id);
      setInside(id !== null);
    },
    onBlur: (event) => {
      if (!event.currentTarget.contains(event.relatedTarget)) setInside(false);
    },
  };
}

/** Says to others where this person is. */
function useTelling(target: Target): void {
  const { onFocus, onBlur } = useFocusTarget(target);
  const isSomewhere = target.id !== null;
  useEffect(() => {
    if (!isSomewhere) return;
    onFocus();
    return onBlur;
  }, [isSomewhere, onFocus, onBlur]);
}

/** The piece an element belongs to, or null. */
export function pieceAround(element: EventTarget | null): string | null {
  if (!(element instanceof Element)) return null;
  return element.closest<HTMLElement>(".react-flow__node")?.dataset.id ?? null;
}

import { type PointerEvent as Press, useRef, useState } from "react";
import { type Square, squareOfKey } from "./mendelow";
import { scrollTowards } from "./scrollTowards";
import { useWindowPointer } from "./useWindowPointer";

/** What a dragged person is over: a square, the tray, or nothing that takes them. */
export type Over = Square | "tray" | null;

export interface Dragged {
  id: string;
  over: Over;
}

interface GridDragOptions {
  /** Told whenever the square under the pointer changes, and with null when the drag is over. */
  onHold(dragged: Dragged | null): void;
  onDrop(id: string, to: Square | null): void;
}

/** A mouse must move this far, in pixels, before a press is a drag. */
const START_PX = 4;
/** A finger must rest this long first, so that a swipe still scrolls the page. */
const REST_MS = 250;

interface Pressed {
  id: string;
  pointer: number;
  x: number;
  y: number;
  /** Runs while a finger rests; null for a mouse or a pen. */
  resting: ReturnType<typeof setTimeout> | null;
}

/** Dragging people over the grid with a mouse, a pen or a finger. */
export function useGridDrag({ onHold, onDrop }: GridDragOptions) {
  const [dragged, setDragged] = useState<Dragged | null>(null);
  const pressed = useRef<Pressed | null>(null);
  const ghost = useRef<HTMLDivElement | null>(null);
  const justDragged = useRef(false);

  const hold = (next: Dragged | null) => {
    if (next !== null && dragged?.id === next.id && sameOver(dragged.over, next.over)) return;
    setDragged(next);
    onHold(next);
  };
  const begin = (x: number, y: number) => {
    if (pressed.current === null) return;
    justDragged.current = true;
    hold({ id: pressed.current.id, over: placeAt(x, y) });
  };
  const letGo = () => {
    if (pressed.current?.resting) clearTimeout(pressed.current.resting);
    pressed.current = null;
    if (dragged !== null) hold(null);
  };
  useWindowPointer(dragged !== null, {
    onMove: ({ pointerId, clientX: x, clientY: y }) => {
      const { current } = pressed;
      if (current === null || pointerId !== current.pointer) return;
      if (dragged !== null) follow(current.id, x, y);
      // A finger that moves before it has rested scrolls.
      else if (isFar(current, x, y)) current.resting === null ? begin(x, y) : letGo();
    },
    onUp: ({ pointerId }) => {
      if (pressed.current?.pointer !== pointerId) return;
      letGo();
      if (dragged?.over) onDrop(dragged.id, dragged.over === "tray" ? null : dragged.over);
    },
    onCancel: letGo,
  });
  const follow = (id: string, x: number, y: number) => {
    moveGhost(ghost.current, x, y);
    scrollTowards(x, y);
    hold({ id, over: placeAt(x, y) });
  };
  return {
    dragged,
    onPointerDown: (event: Press<HTMLElement>, id: string) => {
      if (event.button !== 0 || !event.isPrimary) return;
      const { pointerId: pointer, clientX: x, clientY: y } = event;
      justDragged.current = false;
      const resting = event.pointerType === "touch" ? setTimeout(() => begin(x, y), REST_MS) : null;
      pressed.current = { id, pointer, x, y, resting };
    },
    /** A click that only ended a drag opens nothing. */
    endsDrag: () => justDragged.current,
    setGhost: (element: HTMLDivElement | null) => {
      ghost.current = element;
      if (pressed.current) moveGhost(element, pressed.current.x, pressed.current.y);
    },
  };
}

function isFar(from: Pressed, x: number, y: number): boolean {
  return Math.hypot(x - from.x, y - from.y) > START_PX;
}

function placeAt(x: number, y: number): Over {
  const key = document.elementFromPoint(x, y)?.closest<HTMLElement>("[data-square]")?.dataset.square;
  if (key === undefined) return null;
  return key === "tray" ? "tray" : squareOfKey(key);
}

function sameOver(a: Over, b: Over): boolean {
  if (a === null || b === null || a === "tray" || b === "tray") return a === b;
  return a.power === b.power && a.interest === b.interest;
}

function moveGhost(element: HTMLElement | null, x: number, y: number): void {
  if (element) element.style.translate = `${x}px ${y}px`;
}

/** What a key press on the canvas asks for; pure, so that the list of keys and what they do cannot drift apart. */

import type { Direction } from "./geometry";

export type CanvasCommand =
  | { do: "go"; direction: Direction }
  | { do: "shift"; direction: Direction; isFar: boolean }
  | { do: "first" | "last" | "open" | "remove" | "toggle" | "all" | "leave" }
  | { do: "add" | "link" | "links" }
  | { do: "rename"; typed: string | null }
  | { do: "zoom"; by: "in" | "out" | "fit" };

interface Pressed {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
}

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};

const PLAIN: Readonly<Record<string, CanvasCommand>> = {
  Home: { do: "first" },
  End: { do: "last" },
  Enter: { do: "open" },
  F2: { do: "rename", typed: null },
  Delete: { do: "remove" },
  Backspace: { do: "remove" },
  Escape: { do: "leave" },
  Insert: { do: "add" },
  " ": { do: "toggle" },
  "+": { do: "zoom", by: "in" },
  "=": { do: "zoom", by: "in" },
  "-": { do: "zoom", by: "out" },
  "0": { do: "zoom", by: "fit" },
};

/** Letters that are commands; whoever speaks to the machine can switch them off (WCAG 2.1.4). */
const LETTERS: Readonly<Record<string, CanvasCommand>> = {
  n: { do: "add" },
  l: { do: "link" },
  L: { do: "links" },
};

/** Which command a key press means, or null. `lettersOn` says whether single letters are commands. */
export function canvasCommandOf(pressed: Pressed, lettersOn: boolean): CanvasCommand | null {
  const { key, ctrlKey, metaKey, shiftKey, altKey } = pressed;
  const direction = ARROWS[key];
  if (ctrlKey || metaKey) return key.toLowerCase() === "a" && !altKey && !shiftKey ? { do: "all" } : null;
  if (direction) return altKey ? { do: "shift", direction, isFar: shiftKey } : { do: "go", direction };
  if (altKey) return null;
  const plain = PLAIN[key];
  if (plain) return plain;
  if (!lettersOn) return null;
  return LETTERS[key] ?? typedIn(key);
}

/** Typing over a piece names it anew, as in a table. */
function typedIn(key: string): CanvasCommand | null {
  return /^[\p{L}\p{N}]$/u.test(key) ? { do: "rename", typed: key } : null;
}

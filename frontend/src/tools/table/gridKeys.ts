/** What a key asks of a table while no cell is open. */

export type GridCommand =
  | { do: "move"; rows?: number; columns?: number }
  | { do: "step"; by: 1 | -1 }
  | { do: "edge"; rows: boolean; to: 1 | -1 }
  | { do: "reorder"; by: 1 | -1 }
  | { do: "enter" }
  | { do: "edit" }
  | { do: "type"; typed: string }
  | { do: "clear" }
  | { do: "mark" }
  | { do: "leave" };

interface Pressed {
  key: string;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
}

/** Rows that a Page key passes. */
const PAGE = 10;

const PLAIN: Readonly<Record<string, GridCommand>> = {
  ArrowUp: { do: "move", rows: -1 },
  ArrowDown: { do: "move", rows: 1 },
  ArrowLeft: { do: "move", columns: -1 },
  ArrowRight: { do: "move", columns: 1 },
  PageUp: { do: "move", rows: -PAGE },
  PageDown: { do: "move", rows: PAGE },
  Home: { do: "edge", rows: false, to: -1 },
  End: { do: "edge", rows: false, to: 1 },
  Tab: { do: "step", by: 1 },
  Enter: { do: "enter" },
  F2: { do: "edit" },
  Delete: { do: "clear" },
  Backspace: { do: "clear" },
  Escape: { do: "leave" },
};

/** Return what was asked, or null for keys that a table leaves to others (undo, help, the browser). */
export function gridCommandOf(pressed: Pressed): GridCommand | null {
  const { key, altKey, shiftKey } = pressed;
  const isCommand = pressed.ctrlKey || pressed.metaKey;
  if (altKey) return withAlt(key);
  if (isCommand) {
    if (key === "Home") return { do: "edge", rows: true, to: -1 };
    return key === "End" ? { do: "edge", rows: true, to: 1 } : null;
  }
  if (key === "Tab" && shiftKey) return { do: "step", by: -1 };
  if (key === " " && shiftKey) return { do: "mark" };
  if (key in PLAIN) return PLAIN[key] ?? null;
  // "?" lists the shortcuts everywhere; a cell that shall begin with it is opened first.
  return [...key].length === 1 && key !== "?" ? { do: "type", typed: key } : null;
}

function withAlt(key: string): GridCommand | null {
  if (key === "ArrowUp") return { do: "reorder", by: -1 };
  return key === "ArrowDown" ? { do: "reorder", by: 1 } : null;
}

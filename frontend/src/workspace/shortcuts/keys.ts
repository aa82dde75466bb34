/** What a key press asks of the workspace as a whole. */
export type Command = "undo" | "redo" | "palette" | "shortcuts";

interface Pressed {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
}

/** Which command a key press means, or null.
 *
 * ⌘ and Ctrl are both taken on every system: people bring their own keyboards. Ctrl-Y is redo where
 * Windows taught it.
 */
export function commandOf({ key, ctrlKey, metaKey, shiftKey, altKey }: Pressed): Command | null {
  if (altKey) return null;
  if (!ctrlKey && !metaKey) return key === "?" ? "shortcuts" : null;
  switch (key.toLowerCase()) {
    case "k":
      return shiftKey ? null : "palette";
    case "z":
      return shiftKey ? "redo" : "undo";
    case "y":
      return shiftKey || metaKey ? null : "redo";
    default:
      return null;
  }
}

/** Whether letters typed here are words rather than commands. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  if (target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !NOT_TYPED.has(target.type);
}

const NOT_TYPED = new Set(["button", "checkbox", "color", "file", "radio", "range", "reset", "submit"]);

const SINGLE_KEYS_OFF = "tavolo.single-keys-off";

/** Whether `?` works without Ctrl or ⌘. Who speaks to the machine must be able to switch it off (WCAG 2.1.4). */
export function singleKeysOn(): boolean {
  return localStorage.getItem(SINGLE_KEYS_OFF) === null;
}

export function setSingleKeysOn(on: boolean): void {
  if (on) localStorage.removeItem(SINGLE_KEYS_OFF);
  else localStorage.setItem(SINGLE_KEYS_OFF, "1");
}

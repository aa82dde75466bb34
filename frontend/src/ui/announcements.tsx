import { VisuallyHidden } from "@mantine/core";
import { useCallback, useSyncExternalStore } from "react";

/** What was said last, and how many things were: saying the same twice must still be heard twice. */
interface Said {
  words: string;
  times: number;
}

let said: Said = { words: "", times: 0 };
const listeners = new Set<() => void>();

function listen(onChange: () => void): () => void {
  listeners.add(onChange);
  return () => listeners.delete(onChange);
}

function announce(words: string): void {
  said = { words, times: said.times + 1 };
  for (const tell of listeners) tell();
}

/** Returns a function that has screen readers say something when they next pause. */
export function useAnnounce(): (words: string) => void {
  return useCallback(announce, []);
}

/** The one live region of the page; rendered once, at the root. */
export function Announcer() {
  const { words, times } = useSyncExternalStore(listen, () => said);
  // Two regions in turn: a reader stays silent when the text of one does not change.
  return (
    <VisuallyHidden>
      <div aria-live="polite">{times % 2 === 0 ? words : ""}</div>
      <div aria-live="polite">{times % 2 === 1 ? words : ""}</div>
    </VisuallyHidden>
  );
}

import { useSyncExternalStore } from "react";
import { localToday } from "../../form";

/** How often the calendar is looked at, in milliseconds: a workshop may go past midnight. */
const LOOK_MS = 60_000;

/** One clock for all: a board has hundreds of cards that ask. */
const listeners = new Set<() => void>();
let clock: ReturnType<typeof setInterval> | undefined;

function listen(onLook: () => void): () => void {
  listeners.add(onLook);
  clock ??= setInterval(() => {
    for (const look of listeners) look();
  }, LOOK_MS);
  return () => {
    listeners.delete(onLook);
    if (listeners.size > 0) return;
    clearInterval(clock);
    clock = undefined;
  };
}

/** Today where the reader is. */
export function useToday(): string {
  return useSyncExternalStore(listen, () => localToday(new Date()));
}

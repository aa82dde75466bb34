import type { Row, Stamp, Target } from "../../collab";
import { isWithin, parseTarget, toolOf } from "../places/targets";

export interface Remark {
  id: string;
  text: string;
  written: Stamp | null;
  mentions: readonly string[];
}

/** A first remark with its answers. */
export interface Thread {
  id: string;
  about: Target;
  remarks: readonly Remark[];
  /** Who said that it is settled, and when; null while it is open. */
  settled: Stamp | null;
  /** The records that say so; taking them away opens the thread again. */
  settledBy: readonly string[];
}

export type ThreadFilter = "open" | "settled" | "mine";

/** Gather the rows of the section `comments` into threads, the oldest remark of each first.
 *
 * Nobody can change another's remark, so settling is a remark of its own: one without words that
 * says `settled`. An answer whose first remark is in the bin shows nowhere; restoring brings both back.
 */
export function threadsOf(rows: readonly Row[]): Thread[] {
  const answers = new Map<string, Row[]>();
  for (const row of rows) {
    const first = textIn(row, "thread");
    if (first) answers.set(first, [...(answers.get(first) ?? []), row]);
  }
  return rows
    .filter((row) => !textIn(row, "thread") && textIn(row, "about"))
    .map((first) => threadFrom(first, answers.get(first.id) ?? []));
}

function threadFrom(first: Row, answers: readonly Row[]): Thread {
  const all = [first, ...answers].sort((a, b) => whenOf(a).localeCompare(whenOf(b)));
  const settling = all.filter((row) => row.values.settled === true);
  return {
    id: first.id,
    about: parseTarget(textIn(first, "about")),
    remarks: all.filter((row) => row.id === first.id || textIn(row, "text") !== "").map(remarkFrom),
    settled: stampIn(settling.at(-1)),
    settledBy: settling.map(({ id }) => id),
  };
}

function remarkFrom(row: Row): Remark {
  const mentions = row.values.mentions;
  return {
    id: row.id,
    text: textIn(row, "text"),
    written: stampIn(row),
    mentions: Array.isArray(mentions) ? mentions : [],
  };
}

/** Those that pass the filter and lie within `about` (all when null), latest word first. */
export function chosenThreads(
  threads: readonly Thread[],
  filter: ThreadFilter,
  about: Target | null,
  me: string,
): Thread[] {
  return threads
    .filter((thread) => about === null || isWithin(thread.about, about))
    .filter((thread) => passes(thread, filter, me))
    .sort((a, b) => lastWordOn(b).localeCompare(lastWordOn(a)));
}

/** *Mine* is what I wrote in or am mentioned in and what is still open. */
function passes(thread: Thread, filter: ThreadFilter, me: string): boolean {
  const isOpen = thread.settled === null;
  if (filter !== "mine") return isOpen === (filter === "open");
  return (
    isOpen && thread.remarks.some(({ written, mentions }) => written?.key === me || mentions.includes(me))
  );
}

/** The open threads in which I am mentioned and have written nothing since. */
export function threadsAsking(threads: readonly Thread[], me: string): Thread[] {
  return threads.filter(({ settled, remarks }) => {
    const last = remarks.findLastIndex(
      ({ mentions, written }) => mentions.includes(me) && written?.key !== me,
    );
    return settled === null && last >= 0 && remarks.slice(last).every(({ written }) => written?.key !== me);
  });
}

/** The number of open threads of every tool, by its key. */
export function openCounts(threads: readonly Thread[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { about, settled } of threads) {
    const tool = toolOf(about.section)?.key;
    if (tool && settled === null) counts.set(tool, (counts.get(tool) ?? 0) + 1);
  }
  return counts;
}

function lastWordOn(thread: Thread): string {
  return thread.remarks.at(-1)?.written?.at ?? "";
}

function whenOf(row: Row): string {
  return stampIn(row)?.at ?? "";
}

function stampIn(row: Row | undefined): Stamp | null {
  const written = row?.values.written;
  return typeof written === "object" && written !== null && !Array.isArray(written) ? written : null;
}

function textIn(row: Row, field: string): string {
  const value = row.values[field];
  return typeof value === "string" ? value : "";
}

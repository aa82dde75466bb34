import * as Y from "yjs";

/** Others need not see single letters: what is typed within this time travels together. */
const LEAST_GAP_MS = 15;

/** What travels together is no more than a slow line carries in a few seconds, or the line would pass for dead. */
export const LARGEST_MESSAGE = 64 * 1024;

/** So much may be on its way without a receipt; the rest waits, so that the server need not hold it all. */
const MOST_UNDERWAY = 2 * LARGEST_MESSAGE;

/** Putting updates together takes the library as long as the square of how many they are. */
const MOST_AT_ONCE = 32;

/** A change that this person made, until the server has it on its disk. */
export interface OwnChange {
  /** The name under which the local copy keeps it. */
  readonly key: string;
  readonly bytes: Uint8Array;
}

interface Waiting extends OwnChange {
  /** The message that carried it over this line, or null while none has. */
  n: number | null;
}

/** Sends message `n`; `isLast` says that nothing waits behind it. */
type Send = (n: number, update: Uint8Array, isLast: boolean) => void;

/**
 * Keeps this person's changes in order until the server has them, and numbers and sends them over one line.
 *
 * After a pause a change leaves at once (at the end of the running task, so that the parts of one edit
 * travel together); under fast typing the changes of about one frame are merged into a message. What piled
 * up without a line leaves in several messages, each of which the server can judge by itself (W4): it
 * builds only on what came before it.
 */
export class Outbox {
  readonly #send: Send;
  #changes: Waiting[] = [];
  /** How many of the changes, from the first, have left over this line. */
  #left = 0;
  #underway: { n: number; size: number }[] = [];
  #n = 0;
  #gap = LEAST_GAP_MS;
  #largest = LARGEST_MESSAGE;
  #isOpen = false;
  #sentAt = Number.NEGATIVE_INFINITY;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #isScheduled = false;

  constructor(send: Send) {
    this.#send = send;
  }

  /** How many bytes a message may have on this line. */
  get largest(): number {
    return this.#largest;
  }

  get changes(): readonly OwnChange[] {
    return this.#changes;
  }

  /** Take in what an earlier visit left unsaved. */
  recall(changes: readonly OwnChange[]): void {
    const known = new Set(this.#changes.map(({ key }) => key));
    const earlier = changes.filter(({ key }) => !known.has(key));
    this.#changes.unshift(...earlier.map((change) => ({ ...change, n: null })));
  }

  /** Begin to count on a new line: so many messages a second, of so many bytes at most. */
  open(limits: { edits_per_second: number; update_bytes: number }): void {
    this.close();
    this.#isOpen = true;
    const { edits_per_second: perSecond, update_bytes: largest } = limits;
    this.#gap = Math.max(LEAST_GAP_MS, perSecond > 0 ? 1_000 / perSecond : 0);
    this.#largest = Math.min(LARGEST_MESSAGE, largest);
  }

  /** The line is gone: everything without a receipt leaves again over the next one (W9). */
  close(): void {
    this.#isOpen = false;
    this.#cancel();
    this.#n = 0;
    this.#left = 0;
    this.#underway = [];
    for (const change of this.#changes) change.n = null;
  }

  /** The document that the changes belong to is void. */
  clear(): void {
    this.#changes = [];
    this.#left = 0;
  }

  queue(change: OwnChange): void {
    this.#changes.push({ ...change, n: null });
    if (this.#isOpen) this.#schedule();
  }

  /** Send all that waits as this one update, which says the same in fewer words. */
  sendAs(update: Uint8Array): void {
    this.#post(update, this.#changes.length - this.#left);
  }

  /** Send one by one what a document with this state vector lacks. */
  sendFrom(theirs: Uint8Array): void {
    this.#changes = this.#changes.map((change) => ({ ...change, bytes: Y.diffUpdate(change.bytes, theirs) }));
    this.flush();
  }

  /** The server has everything up to message `n`; return the keys of the changes that this saved (W1). */
  saved(n: number): string[] {
    this.#underway = this.#underway.filter((message) => message.n > n);
    const first = this.#changes.findIndex((change) => change.n === null || change.n > n);
    const saved = this.#changes.splice(0, first === -1 ? this.#changes.length : first);
    this.#left -= saved.length;
    if (this.#isOpen && this.#left < this.#changes.length) this.#schedule();
    return saved.map(({ key }) => key);
  }

  flush(): void {
    this.#cancel();
    const batch = this.#isOpen ? this.#nextBatch() : [];
    if (batch.length === 0) return;
    this.#post(mergeAll(batch), batch.length);
    if (this.#left < this.#changes.length) this.#schedule();
  }

  /** The changes that fit into one message, or none while enough is under way. */
  #nextBatch(): Uint8Array[] {
    const batch: Uint8Array[] = [];
    let size = 0;
    for (let at = this.#left; at < this.#changes.length; at += 1) {
      const bytes = this.#changes[at]?.bytes ?? NOTHING;
      if (batch.length > 0 && size + bytes.length > this.#largest) break;
      batch.push(bytes);
      size += bytes.length;
    }
    const underway = this.#underway.reduce((sum, message) => sum + message.size, 0);
    return underway > 0 && underway + size > MOST_UNDERWAY ? [] : batch;
  }

  #post(update: Uint8Array, changes: number): void {
    this.#n += 1;
    this.#sentAt = performance.now();
    for (const change of this.#changes.slice(this.#left, this.#left + changes)) change.n = this.#n;
    this.#left += changes;
    this.#underway.push({ n: this.#n, size: update.length });
    this.#send(this.#n, update, this.#left === this.#changes.length);
  }

  #schedule(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    const wait = this.#sentAt + this.#gap - performance.now();
    if (wait <= 0) queueMicrotask(() => this.#isScheduled && this.flush());
    else this.#timer = setTimeout(() => this.flush(), wait);
  }

  #cancel(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#isScheduled = false;
  }
}

const NOTHING = new Uint8Array();

/** Put updates together in their order, group by group. */
function mergeAll(updates: Uint8Array[]): Uint8Array {
  if (updates.length === 1) return updates[0] ?? NOTHING;
  if (updates.length <= MOST_AT_ONCE) return Y.mergeUpdates(updates);
  const groups = Array.from({ length: Math.ceil(updates.length / MOST_AT_ONCE) }, (_, at) =>
    Y.mergeUpdates(updates.slice(at * MOST_AT_ONCE, (at + 1) * MOST_AT_ONCE)),
  );
  return mergeAll(groups);
}

import * as Y from "yjs";

/** Others need not see single letters: what is typed within this time travels together. */
const LEAST_GAP_MS = 15;

/**
 * Numbers and sends this person's changes over one line.
 *
 * After a pause a change leaves at once (at the end of the running task, so that the parts of one edit
 * travel together); under fast typing the changes of about one frame are merged into a message.
 */
export class Outbox {
  readonly #send: (n: number, update: Uint8Array) => void;
  #n = 0;
  #gap = LEAST_GAP_MS;
  #isOpen = false;
  #waiting: Uint8Array[] = [];
  #sentAt = Number.NEGATIVE_INFINITY;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #isScheduled = false;

  constructor(send: (n: number, update: Uint8Array) => void) {
    this.#send = send;
  }

  /** Begin to count on a new line, on which the server allows so many messages a second. */
  open(editsPerSecond: number): void {
    this.close();
    this.#isOpen = true;
    this.#n = 0;
    this.#gap = Math.max(LEAST_GAP_MS, editsPerSecond > 0 ? 1_000 / editsPerSecond : 0);
  }

  /** Forget what waits: the next line begins with what the server lacks (W9). */
  close(): void {
    this.#isOpen = false;
    this.#waiting = [];
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#isScheduled = false;
  }

  queue(update: Uint8Array): void {
    if (!this.#isOpen) return;
    this.#waiting.push(update);
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    const wait = this.#sentAt + this.#gap - performance.now();
    if (wait <= 0) queueMicrotask(() => this.flush());
    else this.#timer = setTimeout(() => this.flush(), wait);
  }

  flush(): void {
    this.#isScheduled = false;
    this.#timer = null;
    const updates = this.#waiting;
    if (!this.#isOpen || updates.length === 0) return;
    this.#waiting = [];
    this.#n += 1;
    this.#sentAt = performance.now();
    this.#send(this.#n, updates.length === 1 && updates[0] ? updates[0] : Y.mergeUpdates(updates));
  }
}

import { type Awareness, encodeAwarenessUpdate } from "y-protocols/awareness";
import type { LiveSession } from "./session";

/** The server passes presence on ten times a second; more would be for nobody. */
const GAP_MS = 100;

/** Sends where this person is, at once after a pause and merged while it changes fast. */
export class PresenceSender {
  readonly #session: LiveSession;
  readonly #send: (update: Uint8Array) => void;
  #awareness: Awareness | null = null;
  #unsubscribe: () => void = () => {};
  #timer: ReturnType<typeof setTimeout> | null = null;
  #sentAt = Number.NEGATIVE_INFINITY;

  constructor(session: LiveSession, send: (update: Uint8Array) => void) {
    this.#session = session;
    this.#send = send;
  }

  start(): void {
    this.#unsubscribe = this.#session.view.subscribe(() => this.#follow());
    this.#follow();
  }

  stop(): void {
    this.#unsubscribe();
    this.#awareness?.off("update", this.#onUpdate);
    this.#awareness = null;
    this.#cancel();
  }

  sendNow(): void {
    this.#cancel();
    if (this.#awareness === null) return;
    this.#sentAt = performance.now();
    this.#send(encodeAwarenessUpdate(this.#awareness, [this.#awareness.clientID]));
  }

  /** A document that replaces another one brings its own presence. */
  #follow(): void {
    const { awareness } = this.#session;
    if (awareness === this.#awareness) return;
    this.#awareness?.off("update", this.#onUpdate);
    this.#awareness = awareness;
    awareness.on("update", this.#onUpdate);
  }

  #onUpdate = (_changes: unknown, origin: unknown): void => {
    if (origin !== "local") return;
    const wait = Math.max(0, this.#sentAt + GAP_MS - performance.now());
    this.#timer ??= setTimeout(() => this.sendNow(), wait);
  };

  #cancel(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
}

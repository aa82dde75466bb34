const FIRST_MS = 300;
const LONGEST_MS = 15_000;

/** When to dial again: soon at first, then ever more rarely, and never all people at once. */
export class Retry {
  readonly #dial: () => void;
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(dial: () => void) {
    this.#dial = dial;
  }

  /** Dial after a while. Without a network there is little hope, but a server may run on this machine. */
  later(hasNetwork: boolean): void {
    const wait = hasNetwork ? Math.min(LONGEST_MS, FIRST_MS * 2 ** this.#failures) : LONGEST_MS;
    this.#failures += 1;
    // After a restart of the server everybody comes back, so each waits a little differently.
    this.#schedule(wait * (0.75 + Math.random() / 2));
  }

  now(): void {
    this.#schedule(0);
  }

  succeeded(): void {
    this.#failures = 0;
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #schedule(wait: number): void {
    this.stop();
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#dial();
    }, wait);
  }
}

/** A value that says when it changes; the bridge between the engine and React. */
export class Store<T> {
  #value: T;
  readonly #isSame: (a: T, b: T) => boolean;
  readonly #listeners = new Set<() => void>();

  constructor(value: T, isSame: (a: T, b: T) => boolean = Object.is) {
    this.#value = value;
    this.#isSame = isSame;
  }

  get = (): T => this.#value;

  set(value: T): void {
    if (this.#isSame(value, this.#value)) return;
    this.#value = value;
    for (const listener of [...this.#listeners]) listener();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
}

/** Listeners by key, so that a change wakes only those who watch that key. */
export class Listeners {
  readonly #byKey = new Map<string, Set<() => void>>();

  subscribe(key: string, listener: () => void): () => void {
    const listeners = this.#byKey.get(key) ?? new Set();
    this.#byKey.set(key, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) this.#byKey.delete(key);
    };
  }

  notify(keys: Iterable<string>): void {
    for (const key of keys) for (const listener of [...(this.#byKey.get(key) ?? [])]) listener();
  }
}

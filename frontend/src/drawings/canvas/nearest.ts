/** The piece that a pointer or the focus has come to last: the only one that shows where lines begin. */
export class Nearest {
  #id: string | null = null;
  readonly #listeners = new Set<() => void>();

  get = (): string | null => this.#id;

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  set(id: string | null): void {
    if (id === null || id === this.#id) return;
    this.#id = id;
    for (const listener of this.#listeners) listener();
  }
}

import { keyOf } from "./document";
import { newId } from "./ids";
import type { LocalChange } from "./session";
import type { Target } from "./types";

/** One edit, as a person counts them, that the server has not yet said to be on its disk. */
export interface UnsavedEdit {
  /** The name under which the local copy keeps it. */
  readonly key: string;
  readonly places: readonly Target[];
  /** The message that carried its latest change, or null while that has not been sent. */
  readonly n: number | null;
  readonly kind: LocalChange["kind"];
}

/**
 * The edits of this person that only this device has.
 *
 * Typing on in one text is one edit, however many messages it takes; groundwork is part of the edit that follows it.
 */
export class Unsaved {
  #edits: UnsavedEdit[] = [];

  get count(): number {
    return this.#edits.length;
  }

  get isAllSent(): boolean {
    return this.#edits.every((edit) => edit.n !== null);
  }

  places(): Target[] {
    const places = this.#edits.flatMap((edit) => edit.places);
    return [...new Map(places.map((place) => [keyOf(place), place])).values()];
  }

  /** Take in a change and return the edit that it begins, or null when it continues one. */
  add({ places, kind }: LocalChange): UnsavedEdit | null {
    const last = this.#edits.at(-1);
    if (last !== undefined && continues(last, places, kind)) {
      const before = last.kind === "groundwork" ? last.places : [];
      const merged = { ...last, kind, n: null, places: before.length > 0 ? before : places };
      this.#edits[this.#edits.length - 1] = merged;
      return null;
    }
    const edit: UnsavedEdit = { key: newId(), places, kind, n: null };
    this.#edits.push(edit);
    return edit;
  }

  /** Take in what an earlier visit left unsaved. */
  recall(edits: readonly { key: string; places: readonly Target[] }[]): void {
    const known = new Set(this.#edits.map((edit) => edit.key));
    const earlier = edits.filter((edit) => !known.has(edit.key));
    this.#edits.unshift(...earlier.map((edit) => ({ ...edit, n: null, kind: "value" as const })));
  }

  /** Everything not yet sent went out in message `n`. */
  sent(n: number): void {
    this.#edits = this.#edits.map((edit) => (edit.n === null ? { ...edit, n } : edit));
  }

  /** No message of the line before counts on another one. */
  unsend(): void {
    this.#edits = this.#edits.map((edit) => ({ ...edit, n: null }));
  }

  /** The server has everything up to message `n`; return the keys of the edits that this saved (W1). */
  saved(n: number): string[] {
    const saved = this.#edits.filter((edit) => edit.n !== null && edit.n <= n);
    this.#edits = this.#edits.filter((edit) => edit.n === null || edit.n > n);
    return saved.map((edit) => edit.key);
  }

  clear(): void {
    this.#edits = [];
  }
}

function continues(last: UnsavedEdit, places: readonly Target[], kind: LocalChange["kind"]): boolean {
  if (last.kind === "groundwork") return true;
  if (kind !== "typing" || last.kind !== "typing") return false;
  return places.map(keyOf).join() === last.places.map(keyOf).join();
}

import * as Y from "yjs";
import { done, STORES, transact } from "./database";
import { newId } from "./ids";
import type { Target, You } from "./types";

/** What others do is written down at leisure; the server has it anyway. */
const LEISURE_MS = 1_000;

/** More pieces than this are put together into one. */
const MOST_PIECES = 200;

interface CopyRecord {
  /** Plan and participant: people who share a browser do not share their copies. */
  id: string;
  plan: string;
  lineage: string;
  you: You;
  /** Changes when the copy is made anew, so that another tab does not add to a copy it does not know. */
  edition: string;
  usedAt: number;
}

interface Piece {
  copy: string;
  bytes: Uint8Array;
}

/** An edit that the server has not confirmed, as it survives a reload. */
export interface KeptEdit {
  key: string;
  places: readonly Target[];
}

export interface Recalled {
  copy: LocalCopy;
  updates: Uint8Array[];
  unsaved: KeptEdit[];
}

/**
 * What this device keeps of one plan for one participant.
 *
 * Several tabs may write to the same copy; each adds pieces and removes only pieces that it has read or
 * written itself. Writing never stands in the way of editing: when the device refuses, `isBroken` says so.
 */
export class LocalCopy {
  readonly id: string;
  readonly lineage: string;
  /** As last seated; written down with the next change. */
  you: You;
  isBroken = false;
  readonly #state: () => Uint8Array;
  #edition: string;
  #pieces: IDBValidKey[];
  #updates: Uint8Array[] = [];
  #started: KeptEdit[] = [];
  #settled: string[] = [];
  #timer: ReturnType<typeof setTimeout> | null = null;
  #writing: Promise<void> = Promise.resolve();
  #isForgotten = false;
  #ownWaiting = 0;

  private constructor(record: CopyRecord, pieces: IDBValidKey[], state: () => Uint8Array) {
    this.id = record.id;
    this.lineage = record.lineage;
    this.you = record.you;
    this.#edition = record.edition;
    this.#pieces = pieces;
    this.#state = state;
  }

  /** Read what is kept of a plan: of `participant`, or of whoever used it last here. */
  static async recall(plan: string, state: () => Uint8Array, participant?: string): Promise<Recalled | null> {
    return transact("readonly", async (transaction) => {
      const found: CopyRecord[] = await done(transaction.objectStore("copies").index("plan").getAll(plan));
      const record = found
        .filter(({ you }) => participant === undefined || you.participant === participant)
        .sort((a, b) => b.usedAt - a.usedAt)[0];
      if (record === undefined) return null;
      const updates = transaction.objectStore("updates").index("copy");
      const keys = await done(updates.getAllKeys(record.id));
      const pieces: Piece[] = await done(updates.getAll(record.id));
      const unsaved: KeptEdit[] = await done(
        transaction.objectStore("unsaved").index("copy").getAll(record.id),
      );
      const copy = new LocalCopy(record, keys, state);
      return { copy, unsaved, updates: pieces.map(({ bytes }) => bytes) };
    });
  }

  /** Begin a copy anew from the whole plan; what was kept before is gone. */
  static begin(plan: string, lineage: string, you: You, state: () => Uint8Array): LocalCopy {
    const id = `${plan} ${you.participant}`;
    const record: CopyRecord = { id, plan, lineage, you, edition: newId(), usedAt: Date.now() };
    const copy = new LocalCopy(record, [], state);
    copy.#writing = copy.#attempt(async (transaction) => {
      await empty(transaction, id);
      const piece: Piece = { copy: id, bytes: state() };
      copy.#pieces.push(await done(transaction.objectStore("updates").add(piece)));
      await done(transaction.objectStore("copies").put(record));
    });
    return copy;
  }

  /** Write down at once what this person did; `edit` when it is not the continuation of one. */
  keepOwn(update: Uint8Array, edit: KeptEdit | null): void {
    this.#updates.push(update);
    this.#ownWaiting += 1;
    if (edit !== null) this.#started.push({ key: edit.key, places: edit.places });
    void this.write();
  }

  keepOthers(update: Uint8Array): void {
    this.#updates.push(update);
    this.#writeSoon();
  }

  /** These edits are on the server's disk. */
  settle(keys: readonly string[]): void {
    if (keys.length === 0) return;
    this.#settled.push(...keys);
    this.#writeSoon();
  }

  #writeSoon(): void {
    this.#timer ??= setTimeout(() => void this.write(), LEISURE_MS);
  }

  /** Delete this copy; whatever is written after it is ignored. */
  forget(): Promise<void> {
    this.#isForgotten = true;
    this.#writing = this.#writing.then(() => this.#attempt((transaction) => forget(transaction, this.id)));
    return this.#writing;
  }

  /** Whether something this person did is not written down yet. */
  get isBehind(): boolean {
    return this.#ownWaiting > 0;
  }

  /** Write everything down; resolves when it is, or when the device has refused. */
  write(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    // One after the other, so that what piles up meanwhile goes into one transaction.
    this.#writing = this.#writing.then(() => this.#writeWaiting());
    return this.#writing;
  }

  async #writeWaiting(): Promise<void> {
    const [updates, started, settled] = [this.#updates, this.#started, this.#settled];
    if (this.#isForgotten || updates.length + settled.length === 0) return;
    const own = this.#ownWaiting;
    [this.#updates, this.#started, this.#settled] = [[], [], []];
    await this.#attempt((transaction) => this.#put(transaction, updates, started, settled));
    this.#ownWaiting -= own;
  }

  async #attempt(work: (transaction: IDBTransaction) => Promise<void>): Promise<void> {
    try {
      await transact("readwrite", work);
    } catch {
      // A full or forbidden disk: the plan stays open, and the page says that nothing is kept.
      this.isBroken = true;
    }
  }

  async #put(
    transaction: IDBTransaction,
    updates: Uint8Array[],
    started: KeptEdit[],
    settled: string[],
  ): Promise<void> {
    const copies = transaction.objectStore("copies");
    const record: CopyRecord | undefined = await done(copies.get(this.id));
    if (record === undefined || record.lineage !== this.lineage) {
      // Signed out or begun anew with another plan's content, here or in another tab.
      this.#isForgotten = true;
      return;
    }
    if (updates.length > 0) await this.#putUpdates(transaction.objectStore("updates"), updates, record);
    const unsaved = transaction.objectStore("unsaved");
    for (const edit of started) await done(unsaved.put({ ...edit, copy: this.id }));
    for (const key of settled) await done(unsaved.delete(key));
    await done(copies.put({ ...record, you: this.you, usedAt: Date.now() }));
  }

  async #putUpdates(store: IDBObjectStore, updates: Uint8Array[], record: CopyRecord): Promise<void> {
    const isOther = record.edition !== this.#edition;
    const isCrowded = this.#pieces.length >= MOST_PIECES;
    const bytes = isOther || isCrowded ? this.#state() : Y.mergeUpdates(updates);
    if (isOther) this.#pieces = [];
    if (isCrowded) for (const key of this.#pieces.splice(0)) await done(store.delete(key));
    const piece: Piece = { copy: this.id, bytes };
    this.#pieces.push(await done(store.add(piece)));
    this.#edition = record.edition;
  }
}

async function forget(transaction: IDBTransaction, copy: string): Promise<void> {
  await empty(transaction, copy);
  await done(transaction.objectStore("copies").delete(copy));
}

async function empty(transaction: IDBTransaction, copy: string): Promise<void> {
  for (const name of ["updates", "unsaved"]) {
    const store = transaction.objectStore(name);
    for (const key of await done(store.index("copy").getAllKeys(copy))) await done(store.delete(key));
  }
}

/** Delete what this device keeps of a plan, or of all plans; tabs that have one open stop keeping it. */
export async function forgetLocalCopies(planId?: string): Promise<void> {
  if (globalThis.indexedDB === undefined) return;
  await transact("readwrite", async (transaction) => {
    if (planId === undefined) {
      for (const name of STORES) await done(transaction.objectStore(name).clear());
      return;
    }
    for (const id of await done(transaction.objectStore("copies").index("plan").getAllKeys(planId))) {
      await forget(transaction, String(id));
    }
  });
}

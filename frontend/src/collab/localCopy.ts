import * as Y from "yjs";
import { done, STORES, transact } from "./database";
import { newId } from "./ids";
import type { OwnChange } from "./outbox";
import type { KeptRejection } from "./rejection";
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

/** What belongs to a copy says which. */
interface Part {
  copy: string;
}

interface Piece extends Part {
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
  /** The changes that these edits are made of, in order. */
  changes: OwnChange[];
  /** What was not accepted and has not been put away (W6). */
  rejections: KeptRejection[];
}

interface Beginning {
  lineage: string;
  you: You;
  /** Returns the whole plan as it is. */
  state(): Uint8Array;
  rejection: KeptRejection | null;
}

/** What has happened since the last writing. */
class News {
  updates: Uint8Array[] = [];
  changes: OwnChange[] = [];
  started: KeptEdit[] = [];
  settled: string[] = [];
  sent: string[] = [];
  rejected: KeptRejection[] = [];
  putAway: string[] = [];

  get isNone(): boolean {
    return Object.values(this).every((list) => list.length === 0);
  }
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
  /** Where the changes of this person lie that this page has written or read. */
  readonly #places = new Map<string, IDBValidKey>();
  #news = new News();
  #timer: ReturnType<typeof setTimeout> | null = null;
  #writing: Promise<void> = Promise.resolve();
  #isForgotten = false;
  #behind = 0;

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
      const [keys, pieces] = await readPart<Piece>(transaction, "updates", record.id);
      const [places, changes] = await readPart<OwnChange>(transaction, "changes", record.id);
      const [, unsaved] = await readPart<KeptEdit>(transaction, "unsaved", record.id);
      const [, refused] = await readPart<KeptRejection & Part>(transaction, "rejections", record.id);
      const rejections = refused.map(({ copy: _copy, ...rejection }) => rejection).sort(earlierFirst);
      const copy = new LocalCopy(record, keys, state);
      changes.forEach(({ key }, at) => void copy.#places.set(key, places[at] ?? []));
      return { copy, unsaved, changes, rejections, updates: pieces.map(({ bytes }) => bytes) };
    });
  }

  /** Begin a copy anew from the whole plan: what was kept before is gone, and `rejection` says what of it is missed. */
  static begin(plan: string, { lineage, you, state, rejection }: Beginning): LocalCopy {
    const id = `${plan} ${you.participant}`;
    const record: CopyRecord = { id, plan, lineage, you, edition: newId(), usedAt: Date.now() };
    const copy = new LocalCopy(record, [], state);
    copy.#writing = copy.#attempt(async (transaction) => {
      await empty(transaction, id);
      const piece: Piece = { copy: id, bytes: state() };
      copy.#pieces.push(await done(transaction.objectStore("updates").add(piece)));
      if (rejection !== null)
        await done(transaction.objectStore("rejections").put({ ...rejection, copy: id }));
      await done(transaction.objectStore("copies").put(record));
    });
    return copy;
  }

  /** Write down at once what this person did; `edit` when it is not the continuation of one. */
  keepOwn(change: OwnChange, edit: KeptEdit | null): void {
    this.#news.updates.push(change.bytes);
    this.#news.changes.push(change);
    this.#behind += 1;
    if (edit !== null) this.#news.started.push({ key: edit.key, places: edit.places });
    void this.write();
  }

  keepOthers(update: Uint8Array): void {
    this.#news.updates.push(update);
    this.#writeSoon();
  }

  /** These edits and changes are on the server's disk. */
  settle(edits: readonly string[], changes: readonly string[]): void {
    if (edits.length + changes.length === 0) return;
    this.#news.settled.push(...edits);
    this.#news.sent.push(...changes);
    this.#writeSoon();
  }

  /** These were not accepted either, and of these the person has put the notice away. */
  keepRejections(added: readonly KeptRejection[], gone: readonly string[]): void {
    this.#news.rejected.push(...added);
    this.#news.putAway.push(...gone);
    void this.write();
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
    return this.#behind > 0;
  }

  /** Write everything down; resolves when it is, or when the device has refused. */
  write(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    // One after the other, so that what piles up meanwhile goes into one transaction.
    this.#writing = this.#writing.then(() => this.#writeNews());
    return this.#writing;
  }

  async #writeNews(): Promise<void> {
    const news = this.#news;
    if (this.#isForgotten || news.isNone) return;
    this.#news = new News();
    await this.#attempt((transaction) => this.#put(transaction, news));
    this.#behind -= news.changes.length;
  }

  async #attempt(work: (transaction: IDBTransaction) => Promise<void>): Promise<void> {
    try {
      await transact("readwrite", work);
    } catch {
      // A full or forbidden disk: the plan stays open, and the page says that nothing is kept.
      this.isBroken = true;
    }
  }

  async #put(transaction: IDBTransaction, news: News): Promise<void> {
    const copies = transaction.objectStore("copies");
    const record: CopyRecord | undefined = await done(copies.get(this.id));
    if (record === undefined || record.lineage !== this.lineage) {
      // Signed out or begun anew with another plan's content, here or in another tab.
      this.#isForgotten = true;
      return;
    }
    const { updates, started, settled, rejected, putAway } = news;
    if (updates.length > 0) await this.#putUpdates(transaction.objectStore("updates"), updates, record);
    await this.#putChanges(transaction.objectStore("changes"), news);
    const unsaved = transaction.objectStore("unsaved");
    for (const edit of started) unsaved.put({ ...edit, copy: this.id });
    for (const key of settled) unsaved.delete(key);
    const rejections = transaction.objectStore("rejections");
    for (const rejection of rejected) rejections.put({ ...rejection, copy: this.id });
    for (const key of putAway) rejections.delete(key);
    await done(copies.put({ ...record, you: this.you, usedAt: Date.now() }));
  }

  async #putChanges(store: IDBObjectStore, { changes, sent }: News): Promise<void> {
    const isSent = new Set(sent);
    // Mostly the receipt is here before anything is written, and there is nothing to keep.
    const kept = changes.filter(({ key }) => !isSent.has(key));
    const adding = kept.map(({ key, bytes }) => done(store.add({ key, bytes, copy: this.id })));
    (await Promise.all(adding)).forEach((place, at) => void this.#places.set(kept[at]?.key ?? "", place));
    for (const key of sent) {
      const place = this.#places.get(key);
      if (place !== undefined) store.delete(place);
      this.#places.delete(key);
    }
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
  await emptyPart(transaction, "rejections", copy);
  await done(transaction.objectStore("copies").delete(copy));
}

/** Delete the plan of a copy, but not what of it was not accepted. */
async function empty(transaction: IDBTransaction, copy: string): Promise<void> {
  for (const name of ["updates", "unsaved", "changes"]) await emptyPart(transaction, name, copy);
}

async function emptyPart(transaction: IDBTransaction, name: string, copy: string): Promise<void> {
  const store = transaction.objectStore(name);
  for (const key of await done(store.index("copy").getAllKeys(copy))) await done(store.delete(key));
}

function earlierFirst(one: KeptRejection, other: KeptRejection): number {
  return one.at.getTime() - other.at.getTime();
}

async function readPart<T>(
  transaction: IDBTransaction,
  name: string,
  copy: string,
): Promise<[IDBValidKey[], T[]]> {
  const index = transaction.objectStore(name).index("copy");
  return [await done(index.getAllKeys(copy)), await done(index.getAll(copy))];
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

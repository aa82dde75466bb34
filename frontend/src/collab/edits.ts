import { generateKeyBetween } from "fractional-indexing";
import * as Y from "yjs";
import { newRecord, ORIGIN, type PlanDocument, sameValue } from "./document";
import { newId } from "./ids";
import type { KeptValue } from "./rejection";
import type { RowIndex } from "./rows";
import type { SectionIndex } from "./shape";
import type { Place, Stamp, Value, You } from "./types";
import type { PersonalUndo } from "./undo";
import { insertWords, replaceWords, spliceText } from "./words";

/** Everything a person can do to a plan. What they may not do, or what changes nothing, does nothing. */
export interface Edits {
  /** Write a field. For long and formatted text the words are replaced as a whole. */
  set(section: string, id: string | null, field: string, value: Value): void;
  /** Add a record and return its identifier, or null when that is not possible. */
  add(section: string, values?: Record<string, Value>, place?: Place): string | null;
  remove(section: string, id: string): void;
  restore(section: string, id: string): void;
  move(section: string, id: string, place: Place): void;
  sharedText(section: string, id: string | null, field: string): Y.Text | null;
  sharedXml(section: string, id: string | null, field: string): Y.XmlFragment | null;
  /** Do several edits as one step of undo. */
  together(work: () => void): void;
  undo(): void;
  redo(): void;
}

/** What edits are made on: asked for anew each time, because a rejection replaces the document (W6). */
export interface Desk {
  document(): PlanDocument;
  rows: RowIndex;
  undoManager(): PersonalUndo;
  /** The person, or null when they may not edit. */
  editor(): You | null;
  /** The most signs that one text may have. */
  longestText(): number;
  /** Say that something was not taken, and keep it for copying. */
  refuse(code: string, kept: KeptValue): void;
}

export class PlanEdits implements Edits {
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  set(section: string, id: string | null, field: string, value: Value): void {
    const record = this.#writable(section, id);
    const wanted = normal(value);
    if (record === null || !this.#desk.rows.index.get(section)?.fields.has(field)) return;
    if (!this.#isTaken({ section, id, field }, wanted)) return;
    const held = record.get(field);
    this.#transact(ORIGIN.local, () => {
      if (held instanceof Y.Text) spliceText(held, wanted === null ? "" : String(wanted));
      else if (held instanceof Y.XmlFragment) replaceWords(held, wanted === null ? "" : String(wanted));
      else if (!sameValue(held ?? null, wanted)) record.set(field, wanted);
    });
  }

  add(section: string, values: Record<string, Value> = {}, place: Place = {}): string | null {
    const you = this.#desk.editor();
    const map = this.#desk.document().sectionMap(section);
    const known = this.#desk.rows.index.get(section);
    if (you === null || map === null || !known?.shape.many || map.size >= known.shape.limit) return null;
    const id = newId();
    const isTaken = Object.entries(values).every(([field, value]) =>
      this.#isTaken({ section, id, field }, value),
    );
    if (!isTaken) return null;
    const stamp = stampOf(you);
    const order = this.#orderAt(section, id, place);
    // Made in the bin and then taken out, because undo must be able to put it there again (D3).
    this.#transact(ORIGIN.groundwork, () => {
      const record = newRecord(known, initialValues(known, values, order, stamp));
      map.set(id, record);
      fillShared(record, values);
    });
    this.#setRemoved(map.get(id), null);
    return id;
  }

  remove(section: string, id: string): void {
    const you = this.#desk.editor();
    const record = this.#desk.document().recordMap(section, id);
    if (you === null || record === null || (record.get("removed") ?? null) !== null) return;
    this.#setRemoved(record, stampOf(you));
  }

  restore(section: string, id: string): void {
    const you = this.#desk.editor();
    const record = this.#desk.document().recordMap(section, id);
    const removed = record?.get("removed") as Stamp | null | undefined;
    if (you === null || record === null || !removed) return;
    // Undo writes back what stood here, and nobody may write a stamp in another's name.
    if (removed.key !== you.participant) {
      this.#transact(ORIGIN.groundwork, () => record.set("removed", stampOf(you)));
    }
    this.#setRemoved(record, null);
  }

  move(section: string, id: string, place: Place): void {
    const record = this.#writable(section, id);
    const ids = this.#desk.rows.rows(section).map((row) => row.id);
    if (record === null || place.after === id || place.before === id || isAt(ids, id, place)) return;
    this.#transact(ORIGIN.local, () => record.set("order", this.#orderAt(section, id, place)));
  }

  sharedText(section: string, id: string | null, field: string): Y.Text | null {
    const held = this.#desk.document().field(section, id, field);
    return held instanceof Y.Text ? held : null;
  }

  sharedXml(section: string, id: string | null, field: string): Y.XmlFragment | null {
    const held = this.#desk.document().field(section, id, field);
    return held instanceof Y.XmlFragment ? held : null;
  }

  together(work: () => void): void {
    this.#desk.undoManager().together(work);
  }

  undo(): void {
    if (this.#desk.editor() !== null) this.#desk.undoManager().undo();
  }

  redo(): void {
    if (this.#desk.editor() !== null) this.#desk.undoManager().redo();
  }

  /** The record, when this person may change it: a comment belongs to who wrote it. */
  #writable(section: string, id: string | null): Y.Map<unknown> | null {
    const you = this.#desk.editor();
    const record = this.#desk.document().recordMap(section, id);
    const ownedBy = this.#desk.rows.index.get(section)?.shape.owned_by;
    if (you === null || record === null || !ownedBy) return you === null ? null : record;
    const owner = record.get(ownedBy) as Stamp | null | undefined;
    return !owner || owner.key === you.participant ? record : null;
  }

  /** Whether a value is short enough to travel: the server would refuse it, and with it all that was done since. */
  #isTaken(target: KeptValue["target"], value: Value): boolean {
    const longest = this.#desk.longestText();
    if (typeof value !== "string" || value.length <= longest || [...value].length <= longest) return true;
    this.#desk.refuse("too_large", { target, value });
    return false;
  }

  #setRemoved(record: unknown, removed: Stamp | null): void {
    if (record instanceof Y.Map) this.#transact(ORIGIN.local, () => record.set("removed", removed));
  }

  #transact(origin: string, work: () => void): void {
    this.#desk.document().doc.transact(work, origin);
  }

  #orderAt(section: string, id: string, place: Place): string {
    const document = this.#desk.document();
    const orders = [...document.records(section)]
      .filter(([other]) => other !== id)
      .map(([, record]) => record.get("order"))
      .filter((order) => typeof order === "string")
      .sort();
    const orderOf = (other?: string) => {
      const order = other === undefined ? undefined : document.field(section, other, "order");
      return typeof order === "string" ? order : undefined;
    };
    return orderBetween(orders, orderOf(place.after), orderOf(place.before));
  }
}

/** A fractional index after or before a neighbour, or last; two neighbours may have the same one. */
function orderBetween(orders: string[], after?: string, before?: string): string {
  if (after !== undefined) {
    return generateKeyBetween(after, orders.find((order) => order > after) ?? null);
  }
  if (before !== undefined) {
    return generateKeyBetween(orders.findLast((order) => order < before) ?? null, before);
  }
  return generateKeyBetween(orders.at(-1) ?? null, null);
}

/** Whether a record already stands where it is wanted. */
function isAt(ids: string[], id: string, { after, before }: Place): boolean {
  const at = ids.indexOf(id);
  if (after !== undefined) return at > 0 && ids[at - 1] === after;
  if (before !== undefined) return at >= 0 && ids[at + 1] === before;
  return at >= 0 && at === ids.length - 1;
}

export function stampOf({ participant, name, department }: You): Stamp {
  return { key: participant, name, department, at: new Date().toISOString() };
}

function initialValues(
  section: SectionIndex,
  values: Record<string, Value>,
  order: string,
  stamp: Stamp,
): Map<string, Value> {
  const initial = new Map(Object.entries(values).map(([field, value]) => [field, normal(value)]));
  if (section.shape.owned_by !== null) initial.set(section.shape.owned_by, stamp);
  return initial.set("order", order).set("removed", stamp);
}

function fillShared(record: Y.Map<unknown>, values: Record<string, Value>): void {
  for (const [field, value] of Object.entries(values)) {
    const held = record.get(field);
    if (typeof value !== "string") continue;
    if (held instanceof Y.Text) held.insert(0, value);
    else if (held instanceof Y.XmlFragment) insertWords(held, value);
  }
}

/** Nothing said yet is null, and a number that is none is nothing. */
function normal(value: Value): Value {
  if (value === "" || (Array.isArray(value) && value.length === 0)) return null;
  return typeof value === "number" && !Number.isFinite(value) ? null : value;
}

import * as Y from "yjs";
import type { FieldShape, PlanIndex, SectionIndex } from "./shape";
import type { Target, Value } from "./types";

/** Where a change of the document comes from; undo follows `local` only. */
export const ORIGIN = {
  /** What the person does. */
  local: "local",
  /** Groundwork of an edit that undo must not take back, such as making a record. */
  groundwork: "groundwork",
  /** What the server sent. */
  server: "server",
  /** What this device had kept. */
  recalled: "recalled",
} as const;

/** Access by section, record and field to a plan's document (D1). */
export class PlanDocument {
  readonly doc: Y.Doc;
  readonly index: PlanIndex;

  constructor(index: PlanIndex, doc: Y.Doc = new Y.Doc()) {
    this.index = index;
    this.doc = doc;
    // A root must be known as a map before updates arrive, or its events carry no keys.
    for (const tool of new Set([...index.values()].map((section) => section.tool))) doc.getMap(tool);
  }

  /** The map of a section, or null while the plan has not been read. */
  sectionMap(section: string): Y.Map<unknown> | null {
    const known = this.index.get(section);
    return known === undefined ? null : mapIn(this.doc.getMap(known.tool), section);
  }

  /** The map of a record: that of the section itself when it has only one. */
  recordMap(section: string, id: string | null): Y.Map<unknown> | null {
    const map = this.sectionMap(section);
    if (map === null || !this.index.get(section)?.shape.many) return map;
    return id === null ? null : mapIn(map, id);
  }

  field(section: string, id: string | null, field: string): unknown {
    return this.recordMap(section, id)?.get(field);
  }

  /** The records of a collection with their maps, in no order. */
  *records(section: string): Generator<[string, Y.Map<unknown>]> {
    for (const [id, record] of this.sectionMap(section)?.entries() ?? []) {
      if (record instanceof Y.Map) yield [id, record];
    }
  }
}

function mapIn(parent: Y.Map<unknown>, key: string): Y.Map<unknown> | null {
  const found = parent.get(key);
  return found instanceof Y.Map ? found : null;
}

/** Return a new record with every field present, so that undoing a first value never removes its key. */
export function newRecord(section: SectionIndex, values: ReadonlyMap<string, Value>): Y.Map<unknown> {
  const record = new Y.Map<unknown>();
  for (const field of section.fields.values()) {
    record.set(field.key, emptyShared(field) ?? values.get(field.key) ?? null);
  }
  return record;
}

/** The shared type of a field that several people can type in at once, or null for a plain value. */
export function emptyShared(field: FieldShape): Y.Text | Y.XmlFragment | null {
  if (field.kind === "long_text") return new Y.Text();
  return field.kind === "rich_text" ? new Y.XmlFragment() : null;
}

/** The places of the plan that a transaction changed, each once. */
export function placesOf(transaction: Y.Transaction, index: PlanIndex): Target[] {
  const places = new Map<string, Target>();
  for (const [type, keys] of transaction.changed) {
    const path = pathOf(type);
    const keyed = type instanceof Y.Map ? [...keys].map((key) => [...path, key ?? ""]) : [path];
    for (const full of keyed) {
      const place = targetOf(full, index);
      if (place !== null) places.set(keyOf(place), place);
    }
  }
  return [...places.values()];
}

function pathOf(type: Pick<Y.AbstractType<unknown>, "_item">): string[] {
  const path: string[] = [];
  for (let item = type._item; item !== null; ) {
    if (item.parentSub !== null) path.unshift(item.parentSub);
    // An integrated item knows its parent as a type; anything else belongs to no plan yet.
    item = item.parent instanceof Y.AbstractType ? item.parent._item : null;
  }
  return path;
}

function targetOf(path: string[], index: PlanIndex): Target | null {
  const [section, second = null, third = null] = path;
  const known = section === undefined ? undefined : index.get(section);
  if (known === undefined) return null;
  if (known.shape.many) return { section: known.key, id: second, field: third };
  return { section: known.key, id: null, field: second };
}

/** A target as one string: `section`, `section/id`, `section/id/field`, or `section//field` for facts. */
export function keyOf(target: Target): string {
  if (target.field !== null) return `${target.section}/${target.id ?? ""}/${target.field}`;
  return target.id === null ? target.section : `${target.section}/${target.id}`;
}

export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  const [keys, others] = [Object.keys(a), Object.keys(b)];
  const there = b as Record<string, unknown>;
  return (
    keys.length === others.length && keys.every((key) => sameValue(a[key as keyof typeof a], there[key]))
  );
}

export function sameTarget(a: Target, b: Target): boolean {
  return a.section === b.section && a.id === b.id && a.field === b.field;
}

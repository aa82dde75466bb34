import * as Y from "yjs";
import { emptyShared, newRecord, ORIGIN, PlanDocument } from "../document";
import { newId } from "../ids";
import { LiveSession } from "../session";
import { indexOf, PLAN_SHAPE, type PlanIndex, type PlanShape, type SectionIndex } from "../shape";
import type { PlanRole, Value, You } from "../types";
import { insertWords } from "../words";

type Fields = Record<string, Value>;

/**
 * The content of a plan by section: the fields of a section of facts, or the records of a collection
 * in order, each with its `id` where a test needs to name it. Long and formatted text are given as words.
 */
export type PlanValues = Record<string, Fields | readonly (Fields & { id?: string })[]>;

export interface LocalSessionOptions {
  planId?: string;
  role?: PlanRole;
  you?: Partial<You>;
  shape?: PlanShape;
}

export const ADA: You = {
  participant: "participant-ada-00001",
  name: "Ada Rossi",
  department: "Sales",
  role: "participant",
};

/** A plan with nobody else at it and no server, in which everything but the connection is real. */
export function createLocalSession(values: PlanValues = {}, options: LocalSessionOptions = {}): LiveSession {
  const shape = options.shape ?? PLAN_SHAPE;
  const session = new LiveSession(options.planId ?? "plan-of-the-tests", shape);
  const document = new PlanDocument(session.index);
  writePlan(document, values);
  session.replaceDocument(document);
  const role = options.role ?? options.you?.role ?? ADA.role;
  session.seat({ ...ADA, ...options.you, role }, true);
  session.connection.set({ status: "online", people: 1 });
  session.saveState.set(role === "viewer" ? { state: "read_only" } : { state: "saved" });
  return session;
}

/** The bytes of a new plan, as the server makes them (D2). */
export function planBytes(values: PlanValues = {}, shape: PlanShape = PLAN_SHAPE): Uint8Array {
  const document = new PlanDocument(indexOf(shape));
  writePlan(document, values);
  return Y.encodeStateAsUpdate(document.doc);
}

function writePlan(document: PlanDocument, values: PlanValues): void {
  requireKnown(document.index, values);
  document.doc.transact(() => {
    for (const section of document.index.values()) {
      document.doc.getMap(section.tool).set(section.key, newSection(section, values[section.key]));
    }
  }, ORIGIN.server);
}

function newSection(section: SectionIndex, values: PlanValues[string] = {}): Y.Map<unknown> {
  if (!isList(values)) return writeRecord(section, values);
  const map = new Y.Map<unknown>();
  values.forEach(({ id, ...fields }, place) => {
    // Three digits keep the order of a thousand records, which is more than a test needs.
    const order = `a${String(place).padStart(3, "0")}V`;
    map.set(id ?? newId(), writeRecord(section, { order, ...fields }));
  });
  return map;
}

function isList(values: PlanValues[string]): values is readonly (Fields & { id?: string })[] {
  return Array.isArray(values);
}

function writeRecord(section: SectionIndex, fields: Fields): Y.Map<unknown> {
  if (section.shape.many && Object.keys(fields).length === 0) return new Y.Map();
  const record = newRecord(section, new Map(Object.entries(fields)));
  for (const field of section.fields.values()) {
    const words = fields[field.key];
    const shared = emptyShared(field);
    if (shared === null || typeof words !== "string") continue;
    if (shared instanceof Y.Text) shared.insert(0, words);
    else insertWords(shared, words);
    record.set(field.key, shared);
  }
  return record;
}

/** A misspelt section or field in a test must not pass for an empty one. */
function requireKnown(index: PlanIndex, values: PlanValues): void {
  for (const [key, content] of Object.entries(values)) {
    const section = index.get(key);
    if (section === undefined) throw new Error(`The plan has no section "${key}".`);
    for (const fields of isList(content) ? content : [content]) {
      const unknown = Object.keys(fields).find((field) => field !== "id" && !section.fields.has(field));
      if (unknown !== undefined) throw new Error(`Section "${key}" has no field "${unknown}".`);
    }
  }
}

import type { Author, Change, Comparison, Counts } from "../../api";
import type { Target } from "../../collab";
import { formatTarget } from "../../form/places";
import type { ToolKey } from "../../schema/plan.generated";
import { PAGES, parseTarget, toolOf } from "../places/targets";

/** What happened to a record as a whole; one that is only affected says the same as before. */
export type Kind = keyof Counts | "affected";

/** Everything that changed in one record, or in a section that is one record. */
export interface ChangedRecord {
  /** Its place as the plan's addresses have it. */
  key: string;
  target: Target;
  /** What it is called, or was when it is gone; empty when it has no name. */
  title: string;
  kind: Kind;
  changes: readonly Change[];
  /** Everybody who had a part in it. */
  by: readonly Author[];
  /** When it was touched last. */
  at: string | null;
}

/** What the list is narrowed to; "" is everything. */
export interface Narrowed {
  tool: string;
  person: string;
}

export const EVERYTHING: Narrowed = { tool: "", person: "" };

/** The changes of each record, in the order in which the server has found them. */
export function changedRecords(changes: readonly Change[]): ChangedRecord[] {
  const found = new Map<string, Change[]>();
  for (const change of changes) {
    const key = formatTarget(recordOf(change.where));
    const known = found.get(key);
    if (known) known.push(change);
    else found.set(key, [change]);
  }
  return [...found].map(([key, some]) => recordFrom(key, some));
}

/** The records of each tool, in the plan's order. */
export function byTool(records: readonly ChangedRecord[]): [ToolKey, ChangedRecord[]][] {
  return PAGES.map(({ key }): [ToolKey, ChangedRecord[]] => [key, inTool(records, key)]).filter(
    ([, some]) => some.length > 0,
  );
}

export function inTool(records: readonly ChangedRecord[], tool: string): ChangedRecord[] {
  return records.filter(({ target }) => toolOf(target.section)?.key === tool);
}

/** The records that a choice of tool and person leaves; with a person, only what they had a part in. */
export function narrowed(changes: readonly Change[], { tool, person }: Narrowed): ChangedRecord[] {
  const theirs =
    person === "" ? changes : changes.filter(({ by }) => by.some((one) => keyOf(one) === person));
  const records = changedRecords(theirs);
  return tool === "" ? records : inTool(records, tool);
}

export function countsOf(records: readonly ChangedRecord[]): Counts {
  const counts = { added: 0, removed: 0, restored: 0, changed: 0 };
  for (const { kind } of records) if (kind !== "affected") counts[kind] += 1;
  return counts;
}

/** Everybody who had a part in the changes, by name. */
export function authorsOf(changes: readonly Change[]): Author[] {
  return distinct(changes.flatMap(({ by }) => by)).sort((a, b) => a.name.localeCompare(b.name));
}

/** What tells people apart: two can have one name. */
export function keyOf({ participant, name }: Author): string {
  return participant || name;
}

/** What changed in a field between a version and now, by the field's place. */
export function fieldChanges(comparison: Comparison | undefined): ReadonlyMap<string, Change> {
  const changes = comparison?.to === null ? comparison.changes : [];
  return new Map(changes.filter(({ where }) => parseTarget(where).field).map((one) => [one.where, one]));
}

/** How many fields of a record changed. */
export function countWithin(changes: ReadonlyMap<string, Change>, record: Target): number {
  const key = formatTarget(record);
  return [...changes.keys()].filter((where) => formatTarget(recordOf(where)) === key).length;
}

function recordOf(where: string): Target {
  return { ...parseTarget(where), field: null };
}

/** What became of the whole record; every other sentence is about a field of it. */
const KINDS: Partial<Record<Change["code"], Kind>> = {
  objective_lost_actions: "affected",
  added: "added",
  added_by: "added",
  removed: "removed",
  removed_by: "removed",
  restored: "restored",
  restored_by: "restored",
};

function recordFrom(key: string, changes: readonly Change[]): ChangedRecord {
  const title = changes.map(({ values }) => values.title).find((one) => typeof one === "string");
  const moments = changes.flatMap(({ at }) => (at === null ? [] : [at]));
  return {
    key,
    target: parseTarget(key),
    title: title ?? "",
    kind: kindOf(changes.map(({ code }) => KINDS[code] ?? "changed")),
    changes,
    by: distinct(changes.flatMap(({ by }) => by)),
    at: moments.sort().at(-1) ?? null,
  };
}

/** What is said of a field does not matter beside what became of the record, and more than what others did. */
function kindOf(kinds: readonly Kind[]): Kind {
  const whole = kinds.find((kind) => kind !== "changed" && kind !== "affected");
  return whole ?? (kinds.includes("changed") ? "changed" : "affected");
}

function distinct(people: readonly Author[]): Author[] {
  return [...new Map(people.map((one) => [keyOf(one), one])).values()];
}

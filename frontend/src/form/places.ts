/** Places of the plan that a field can speak of: `section`, `section/id`, `section/id/field`, `section/field`. */

import * as Y from "yjs";
import type { Target } from "../collab";
import { fieldIn, type lookupOf } from "./description";
import type { Labels } from "./labels";
import { nameOfRecord } from "./names";
import type { Pickable } from "./pick/matching";

type Lookup = ReturnType<typeof lookupOf>;

/** Return a place as a field stores it and as the page marks it with `data-target`. */
export function formatTarget({ section, id, field }: Target): string {
  return [section, id, field].filter((part) => part !== null && part !== "").join("/");
}

/** Return what a place is called, most particular last, or null when the plan has no such place. */
export function namePlace(doc: Y.Doc, lookup: Lookup, labels: Labels, target: string): string | null {
  const [key = "", second, third] = target.split("/");
  const section = lookup.sections.get(key);
  if (!section) return null;
  const id = section.many ? second : undefined;
  const field = fieldIn(section, (section.many ? third : second) ?? "");
  const record = id === undefined ? null : nameOfRecord(doc, lookup, key, id);
  if (id !== undefined && record === null) return null;
  const parts = [
    labels.section(section, "label"),
    id === undefined ? "" : record || labels.section(section, "one"),
    field ? labels.field(key, field, "label") : "",
  ];
  return parts.filter((part) => part !== "").join(" › ");
}

/** Return every section, and every record that is not in the bin. */
export function placesToPick(doc: Y.Doc, lookup: Lookup, labels: Labels): Pickable[] {
  return [...lookup.sections.values()].flatMap((section) => {
    const label = labels.section(section, "label");
    const held = section.many ? doc.getMap(section.tool).get(section.key) : null;
    const records = held instanceof Y.Map ? [...held.entries()] : [];
    const live = records.filter(([, record]) => record instanceof Y.Map && record.get("removed") === null);
    const named = live.map(([id]) => ({
      value: `${section.key}/${id}`,
      label: nameOfRecord(doc, lookup, section.key, id) || labels.section(section, "one"),
      detail: label,
    }));
    return [{ value: section.key as string, label }, ...named];
  });
}

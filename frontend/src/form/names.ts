/** What records are called. */

import { useTranslation } from "react-i18next";
import type { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { usePlanSession, useRow } from "../collab";
import { fieldIn, type lookupOf, type SectionDescription, useLookup } from "./description";
import { useLabels } from "./labels";

type Lookup = ReturnType<typeof lookupOf>;

/** How far the name of a record is looked for: a contact is named by a person, who has a name. */
const DEEPEST = 3;

/**
 * Return the name of a record as the document has it now, or null when there is no such record.
 *
 * A record whose title is a reference is called what the other record is called; one without a title is "".
 */
export function nameOfRecord(
  doc: Y.Doc,
  lookup: Lookup,
  section: string,
  id: string,
  depth = 0,
): string | null {
  const described = lookup.sections.get(section);
  const record = described ? recordIn(doc, described, id) : null;
  if (!described || record === null || depth > DEEPEST) return null;
  const title = record.get(described.title);
  if (title === null || title === undefined) return "";
  const field = fieldIn(described, described.title);
  if (field?.kind !== "ref") return title instanceof Y.Text ? firstLine(title.toString()) : String(title);
  const also = field.also.find((option) => option.value === title);
  return also ? also.label : (nameOfRecord(doc, lookup, field.to, String(title), depth + 1) ?? "");
}

function recordIn(doc: Y.Doc, section: SectionDescription, id: string): Y.Map<unknown> | null {
  const records = doc.getMap(section.tool).get(section.key);
  const record = records instanceof Y.Map ? records.get(id) : null;
  return record instanceof Y.Map ? record : null;
}

function firstLine(text: string): string {
  return text.trimStart().split("\n", 1)[0] ?? "";
}

/** Return the name of a participant who is here now; the plan keeps only their key. */
export function nameOfPerson(awareness: Awareness, key: string): string | null {
  for (const state of awareness.getStates().values()) {
    const user: { participant?: unknown; name?: unknown } | undefined = state.user;
    if (user?.participant === key && typeof user.name === "string") return user.name;
  }
  return null;
}

export interface RecordName {
  text: string;
  /** The record lies in the bin, or there never was one. */
  isGone: boolean;
  /** What the record says of a department; then it is a person, with a colour. */
  department: string | null;
}

/** The name of a record, kept up while it changes; a nameless one is called by what it is. */
export function useRecordName(section: string, id: string): RecordName {
  const { t } = useTranslation("form");
  const { doc } = usePlanSession();
  const lookup = useLookup();
  const labels = useLabels();
  const row = useRow(section, id);
  const described = lookup.sections.get(section);
  const name = nameOfRecord(doc, lookup, section, id);
  if (row === null || name === null || !described) {
    return { text: t("reference.lost"), isGone: true, department: null };
  }
  const { department } = row.values;
  return {
    text: name || t("reference.unnamed", { one: labels.section(described, "one") }),
    isGone: row.removed !== null,
    department: typeof department === "string" ? department : null,
  };
}

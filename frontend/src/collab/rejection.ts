import { keyOf, sameValue } from "./document";
import type { LiveSession } from "./session";
import type { Row, Target, Value } from "./types";

/** What a person had written at a place that the server does not hold. */
export interface KeptValue {
  target: Target;
  value: Value;
}

/** A rejection as the session keeps it; a page turns the values into words of the reader's language. */
export interface KeptRejection {
  /** The name under which the local copy keeps it. */
  key: string;
  at: Date;
  code: string;
  where: string;
  message: string;
  kept: readonly KeptValue[];
}

/** Read what stands at each of these places now, before the document that holds it is thrown away. */
export function keepValues(session: LiveSession, places: readonly Target[]): KeptValue[] {
  const values = places.flatMap((place) => valuesAt(session, place));
  // A new record and then one of its fields name the same value twice.
  return [...new Map(values.map((value) => [keyOf(value.target), value])).values()];
}

function valuesAt(session: LiveSession, target: Target): KeptValue[] {
  const { section, id, field } = target;
  const row: Row | null = id === null ? session.rows.facts(section) : session.rows.row(section, id);
  if (row === null) return [];
  if (field !== null) return [{ target, value: row.values[field] ?? null }];
  // A whole record: what was filled in when it was made.
  return Object.entries(row.values)
    .filter(([, value]) => isWritten(value))
    .map(([key, value]) => ({ target: { section, id, field: key }, value }));
}

/** Whether a value has something in it that a person would miss. */
export function isWritten(value: Value): boolean {
  return value !== null && value !== "" && !(typeof value === "object" && !Array.isArray(value));
}

/** What of `kept` the session's present document does not hold; the rest had been saved after all. */
export function missingFrom(session: LiveSession, kept: readonly KeptValue[]): KeptValue[] {
  return kept.filter(({ target, value }) => {
    const { section, id, field } = target;
    const row = id === null ? session.rows.facts(section) : session.rows.row(section, id);
    return field !== null && isWritten(value) && !sameValue(row?.values[field] ?? null, value);
  });
}

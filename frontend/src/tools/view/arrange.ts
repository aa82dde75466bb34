/** Sorting and filtering: a way to look at a section, never a change of it. */

import type { Row, Value } from "../../collab";
import { type FieldDescription, fieldIn, plain, type SectionDescription } from "../../form";

export interface Sorting {
  field: string;
  isDescending: boolean;
}

export interface TableView {
  sorting: Sorting | null;
  search: string;
  /** Field to the value that its rows must have. */
  filters: Readonly<Record<string, string>>;
}

export const EVERYTHING: TableView = { sorting: null, search: "", filters: {} };

/** How a value reads, for searching and for sorting what has no order of its own. */
export type Say = (field: FieldDescription, value: Value, row: Row) => string;

export function arrange(
  rows: readonly Row[],
  section: SectionDescription,
  columns: readonly FieldDescription[],
  view: TableView,
  say: Say,
  locale: string,
): Row[] {
  const wanted = plain(view.search.trim());
  const found = rows.filter(
    (row) => passes(row, view.filters) && (wanted === "" || mentions(row, columns, wanted, say)),
  );
  const by = view.sorting === null ? null : fieldIn(section, view.sorting.field);
  return by === null || view.sorting === null
    ? found
    : sorted(found, by, view.sorting.isDescending, say, locale);
}

function passes(row: Row, filters: TableView["filters"]): boolean {
  return Object.entries(filters).every(([key, wanted]) => {
    const value = row.values[key] ?? null;
    if (wanted === "") return value === null;
    return Array.isArray(value) ? value.includes(wanted) : String(value ?? false) === wanted;
  });
}

function mentions(row: Row, columns: readonly FieldDescription[], wanted: string, say: Say): boolean {
  return columns.some((field) => plain(say(field, row.values[field.key] ?? null, row)).includes(wanted));
}

/** Rows in the order of a field, empty ones last whichever way. */
function sorted(
  rows: Row[],
  field: FieldDescription,
  isDescending: boolean,
  say: Say,
  locale: string,
): Row[] {
  const collator = new Intl.Collator(locale, { numeric: true, sensitivity: "base" });
  const keyed = rows.map((row) => ({ row, key: sortKey(field, row, say) }));
  const sign = isDescending ? -1 : 1;
  keyed.sort((a, b) => {
    if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null);
    const order =
      typeof a.key === "number" && typeof b.key === "number"
        ? a.key - b.key
        : collator.compare(String(a.key), String(b.key));
    return sign * order;
  });
  return keyed.map(({ row }) => row);
}

function sortKey(field: FieldDescription, row: Row, say: Say): string | number | null {
  const value = row.values[field.key] ?? null;
  if (field.kind === "flag") return value === true ? 0 : 1;
  if (value === null || typeof value === "number") return value;
  // "To do" comes before "done" in the declaration, not in the alphabet.
  if (field.kind === "choice") return field.choices.findIndex((choice) => choice.value === value);
  if (field.kind === "day") return String(value);
  if (typeof value === "object" && !Array.isArray(value)) return value.at;
  return say(field, value, row);
}

/** True for a field by which rows can be filtered: it has few values that many rows share. */
export function isFilterable(field: FieldDescription): boolean {
  return ["choice", "choices", "ref", "refs", "flag", "people"].includes(field.kind);
}

/** The values a field has in these rows, each once, with "" standing for rows that have none. */
export function valuesIn(rows: readonly Row[], field: FieldDescription): string[] {
  if (field.kind === "choice" || field.kind === "choices")
    return ["", ...field.choices.map(({ value }) => value)];
  if (field.kind === "flag") return ["true", "false"];
  const values = rows.flatMap((row) => row.values[field.key] ?? []).map(String);
  return ["", ...new Set(values)];
}

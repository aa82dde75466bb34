/** How values read on the page; the opposite of `writing.ts`. */

import type { Stamp, Value } from "../../collab";
import type { FieldDescription, NumberField } from "../description";
import type { Labels } from "../labels";
import { moment } from "./calendar";

/** What formatting needs to know of the reader and the plan. */
export interface Reader {
  /** BCP 47, such as `en-GB`. */
  locale: string;
  labels: Labels;
  /** ISO 4217 code of the plan's amounts, or null while nobody has said it. */
  currency: string | null;
  /** The name of a record, or null when there is none. */
  nameOf(section: string, id: string): string | null;
  /** The name of a participant, or null when they are unknown here. */
  personNamed(key: string): string | null;
  words: { yes: string; no: string; lost: string };
}

/**
 * Return a value as words: in cells, exports to the clipboard, sorting by name and announcements.
 *
 * `currency` is what the record itself says its amounts are in.
 */
export function formatValue(
  section: string,
  field: FieldDescription,
  value: Value,
  reader: Reader,
  currency: Value = null,
): string {
  if (value === null) return "";
  if (typeof value === "number") return formatAnyNumber(section, field, value, reader, currency);
  if (typeof value === "boolean") return value ? reader.words.yes : reader.words.no;
  if (Array.isArray(value)) {
    return formatList(
      reader.locale,
      value.map((one) => formatName(section, field, one, reader)),
    );
  }
  if (typeof value === "object") return formatStamp(value, reader.locale);
  return field.kind === "day" ? formatDay(value, reader.locale) : formatName(section, field, value, reader);
}

function formatName(section: string, field: FieldDescription, value: string, reader: Reader): string {
  switch (field.kind) {
    case "choice":
    case "choices":
      return reader.labels.choice(section, field, value);
    case "ref":
      if (field.also.some((option) => option.value === value))
        return reader.labels.choice(section, field, value);
      return reader.nameOf(field.to, value) ?? reader.words.lost;
    case "refs":
      return reader.nameOf(field.to, value) ?? reader.words.lost;
    case "people":
      return reader.personNamed(value) ?? reader.words.lost;
    default:
      return value;
  }
}

function formatAnyNumber(
  section: string,
  field: FieldDescription,
  value: number,
  reader: Reader,
  currency: Value,
): string {
  if (field.kind === "scale") return reader.labels.step(section, field, value) || String(value);
  if (!("whole" in field)) return String(value);
  return formatNumber(field, value, reader.locale, typeof currency === "string" ? currency : reader.currency);
}

/** Return a number as its field reads: grouped, with its unit, its currency or its per cent sign. */
export function formatNumber(
  field: NumberField,
  value: number,
  locale: string,
  currency: string | null,
): string {
  if (field.kind === "year") return String(value);
  if (field.kind === "percent")
    return numbers(locale, { style: "percent", maximumFractionDigits: 2 }).format(value / 100);
  if (field.kind === "money" && currency !== null) return formatMoney(value, locale, currency);
  const unit = field.unit === "" ? {} : ({ style: "unit", unit: field.unit, unitDisplay: "long" } as const);
  return numbers(locale, { ...unit, maximumFractionDigits: 6 }).format(value);
}

/** Whole amounts have no cents: a plan is written in thousands and millions. */
export function formatMoney(value: number, locale: string, currency: string): string {
  const digits = Number.isInteger(value) ? 0 : 2;
  return numbers(locale, {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value);
}

export function formatDay(iso: string, locale: string): string {
  return days(locale).format(moment(iso));
}

function formatStamp(stamp: Stamp, locale: string): string {
  return [stamp.name, formatStampTime(stamp, locale)].filter((part) => part !== "").join(" · ");
}

/** When something was stamped, or "" when that cannot be read. */
export function formatStampTime(stamp: Stamp, locale: string): string {
  const at = new Date(stamp.at);
  return Number.isNaN(at.getTime()) ? "" : dayAndTime(locale).format(at);
}

export function formatList(locale: string, names: readonly string[]): string {
  return new Intl.ListFormat(locale, { type: "unit" }).format(names);
}

// Making a formatter costs a hundred times what using it does, and a table asks for thousands.
const made = new Map<string, Intl.NumberFormat>();
const madeDays = new Map<string, Intl.DateTimeFormat>();
const madeMoments = new Map<string, Intl.DateTimeFormat>();

function numbers(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return once(made, locale + JSON.stringify(options), () => new Intl.NumberFormat(locale, options));
}

function days(locale: string): Intl.DateTimeFormat {
  const options: Intl.DateTimeFormatOptions = { dateStyle: "medium", timeZone: "UTC" };
  return once(madeDays, locale, () => new Intl.DateTimeFormat(locale, options));
}

function dayAndTime(locale: string): Intl.DateTimeFormat {
  const options: Intl.DateTimeFormatOptions = { dateStyle: "medium", timeStyle: "short" };
  return once(madeMoments, locale, () => new Intl.DateTimeFormat(locale, options));
}

function once<T>(kept: Map<string, T>, key: string, make: () => T): T {
  const known = kept.get(key);
  if (known !== undefined) return known;
  const fresh = make();
  kept.set(key, fresh);
  return fresh;
}

/** How what is typed becomes a value of a field, and what it says while somebody types. */

import type { Value } from "../../collab";
import type { DayField, FieldDescription, NumberField, WordsField } from "../description";
import { type DayWords, readDay } from "./days";
import { formatDay, formatNumber } from "./formatting";
import { type Problem, problemOfNumber, problemOfWords } from "./limits";
import { readNumber } from "./numbers";

export type Typed = { value: Value } | { problem: Problem };

/** One way to type a value: how it shows at rest, how it is edited, how typing is read. */
export interface Writing {
  show(value: Value): string;
  edit(value: Value): string;
  read(text: string): Typed;
}

/** What reading depends on besides the field. */
export interface Circumstances {
  locale: string;
  /** The currency this amount is in, or null while nobody has said it. */
  currency: string | null;
  today: string;
  dayWords: DayWords;
}

/** Return how to type into a field, or null when it is filled in another way than by typing. */
export function writingOf(field: FieldDescription, around: Circumstances): Writing | null {
  switch (field.kind) {
    case "text":
    case "email":
    case "web_link":
      return wordsWriting(field);
    case "number":
    case "percent":
    case "money":
    case "year":
      return numberWriting(field, around);
    case "day":
      return dayWriting(field, around);
    default:
      return null;
  }
}

function wordsWriting(field: WordsField): Writing {
  const plain = (value: Value) => (typeof value === "string" ? value : "");
  return {
    show: plain,
    edit: plain,
    read: (text) => {
      const words = field.kind === "web_link" ? withScheme(text.trim()) : text.trim();
      const problem = problemOfWords(field, words);
      return problem === null ? { value: words === "" ? null : words } : { problem };
    },
  };
}

/** People write "www.example.com"; the plan stores where a click leads. */
function withScheme(address: string): string {
  const bare = /^(?![a-z][a-z\d+.-]*:)[^\s@/]+\.[^\s@/.]{2,}(\/\S*)?$/iu.test(address);
  return bare ? `https://${address}` : address;
}

function numberWriting(field: NumberField, { locale, currency }: Circumstances): Writing {
  const plain = new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 12 });
  return {
    show: (value) => (typeof value === "number" ? formatNumber(field, value, locale, currency) : ""),
    edit: (value) => (typeof value === "number" ? plain.format(value) : ""),
    read: (text) => {
      if (text.trim() === "") return { value: null };
      const typed = field.kind === "year" ? readYear(text, locale) : readNumber(text, locale, field.unit);
      if (typed === null) return { problem: { code: field.kind === "year" ? "year" : "number" } };
      if (typed.currency !== null && field.kind !== "money") return { problem: { code: "no_currency" } };
      if (typed.currency !== null && currency !== null && !sameCurrency(typed.currency, currency)) {
        return { problem: { code: "other_currency", about: { typed: typed.currency, expected: currency } } };
      }
      const problem = problemOfNumber(field, typed.value);
      return problem === null ? { value: typed.value } : { problem };
    },
  };
}

/** "$" and "¥" stand for several currencies; where one of them is expected they are taken at their word. */
function sameCurrency(typed: string, expected: string): boolean {
  const symbolOf = (code: string) =>
    new Intl.NumberFormat("en", { style: "currency", currency: code, currencyDisplay: "narrowSymbol" })
      .formatToParts(0)
      .find((part) => part.type === "currency")?.value;
  return typed === expected || symbolOf(typed) === symbolOf(expected);
}

/** Read "2027", "27", "FY27" and "FY 2026/27", which is named after the year in which it ends. */
function readYear(text: string, locale: string): { value: number; currency: null } | null {
  const said = /^(?:fy\s*)?(?:\d{4}\s*[/–-]\s*)?'?(\d{2}|\d{4})$/iu.exec(text.trim())?.[1];
  if (said !== undefined)
    return { value: said.length === 2 ? 2000 + Number(said) : Number(said), currency: null };
  const number = /^\d+$/u.test(text.trim()) ? readNumber(text, locale) : null;
  return number === null ? null : { value: number.value, currency: null };
}

function dayWriting(_field: DayField, { locale, today, dayWords }: Circumstances): Writing {
  // A formatted day reads back as itself, so nothing needs to change when somebody begins to type.
  const shown = (value: Value) => (typeof value === "string" ? formatDay(value, locale) : "");
  return {
    show: shown,
    edit: shown,
    read: (text) => {
      if (text.trim() === "") return { value: null };
      const day = readDay(text, locale, today, dayWords);
      return day === null ? { problem: { code: "day" } } : { value: day };
    },
  };
}

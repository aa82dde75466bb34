/** Days the way people type them: "31.3.27", "31/3/2027", "March 31", "tomorrow", "in 2 weeks", "Friday". */

import { addDays, addMonths, daysBetween, isoDay, moment, partsOf } from "./calendar";

/** What a language calls things, several words for one separated by "|". */
export interface DayWords {
  today: string;
  tomorrow: string;
  yesterday: string;
  after_tomorrow: string;
  in: string;
  next: string;
  later: string;
  ago: string;
  one: string;
  days: string;
  weeks: string;
  months: string;
  years: string;
}

type Unit = "days" | "weeks" | "months" | "years";
type Part = "day" | "month" | "year";

const UNITS: readonly Unit[] = ["days", "weeks", "months", "years"];

/**
 * Return the day that was typed as `YYYY-MM-DD`, or null when it is none.
 *
 * A day without a year is the one nearest to `today`: a plan speaks of last contacts and of due dates alike.
 */
export function readDay(typed: string, language: string, today: string, words: DayWords): string | null {
  const text = typed.normalize("NFKC").trim().toLowerCase();
  if (text === "") return null;
  return (
    named(text, today, words) ??
    counted(text, today, words) ??
    weekday(text, language, today, words) ??
    dated(text, language, today)
  );
}

function named(text: string, today: string, words: DayWords): string | null {
  const offsets = { today: 0, tomorrow: 1, yesterday: -1, after_tomorrow: 2 } as const;
  for (const [name, days] of Object.entries(offsets) as [keyof typeof offsets, number][]) {
    if (words[name].split("|").includes(text)) return addDays(today, days);
  }
  return null;
}

/** Read "in 2 weeks", "+3 days", "2 weeks later", "a month ago" and "next week". */
function counted(text: string, today: string, words: DayWords): string | null {
  for (const unit of UNITS) {
    const amount = `(\\d{1,4}|${words.one})\\s*(?:${words[unit]})`;
    const ahead = new RegExp(
      `^(?:(?:${words.in})\\s*|\\+\\s*)?${amount}(?:\\s*(?:${words.later}))?$`,
      "u",
    ).exec(text);
    const back = new RegExp(`^(?:-\\s*${amount}|${amount}\\s*(?:${words.ago}))$`, "u").exec(text);
    const count = ahead?.[1] ?? back?.[1] ?? back?.[2];
    if (count !== undefined) return move(today, unit, (back ? -1 : 1) * (Number(count) || 1));
    if (new RegExp(`^(?:${words.next})\\s*(?:${words[unit]})$`, "u").test(text)) return move(today, unit, 1);
  }
  return null;
}

function move(from: string, unit: Unit, count: number): string {
  if (unit === "days" || unit === "weeks") return addDays(from, count * (unit === "weeks" ? 7 : 1));
  return addMonths(from, count * (unit === "years" ? 12 : 1));
}

/** Read the name of a day of the week as the next such day after today. */
function weekday(text: string, language: string, today: string, words: DayWords): string | null {
  const name = text.replace(new RegExp(`^(?:${words.next})\\s*`, "u"), "").replace(/\.$/u, "");
  for (let ahead = 1; ahead <= 7; ahead++) {
    const day = addDays(today, ahead);
    if (namesOf(day, language, { weekday: "long" }, { weekday: "short" }).has(name)) return day;
  }
  return null;
}

function namesOf(iso: string, language: string, ...formats: Intl.DateTimeFormatOptions[]): Set<string> {
  const names = [language, "en"].flatMap((spoken) =>
    formats.map((format) =>
      new Intl.DateTimeFormat(spoken, { ...format, timeZone: "UTC" }).format(moment(iso)),
    ),
  );
  return new Set(names.map((name) => name.toLowerCase().replace(/\.$/u, "")));
}

function dated(text: string, language: string, today: string): string | null {
  const spelled = text.replace(/[年月日号號]/gu, " ").replace(/(\d)(?:st|nd|rd|th|º|°)(?!\p{L})/gu, "$1");
  const compact = /^(\d{4})(\d{2})(\d{2})$/u.exec(spelled.trim());
  const tokens = (compact?.slice(1) ?? spelled.split(/[\s,./-]+/u)).filter(
    (token) => token !== "" && token !== "of",
  );
  const numbers = tokens.filter((token) => /^\d{1,4}$/u.test(token)).map(Number);
  const others = tokens.filter((token) => !/^\d{1,4}$/u.test(token));
  if (others.length === 0) return ofNumbers(numbers, orderIn(text, language), today);
  const month = others.length === 1 ? monthNamed(others[0] ?? "", language) : null;
  return month === null ? null : withMonth(month, numbers, today);
}

function monthNamed(name: string, language: string): number | null {
  for (let month = 1; month <= 12; month++) {
    const first = isoDay({ year: 2027, month, day: 1 }) ?? "";
    const formats: Intl.DateTimeFormatOptions[] = [
      { month: "long" },
      { month: "short" },
      { month: "long", day: "numeric" },
    ];
    const names = [...namesOf(first, language, ...formats)].flatMap((spoken) => spoken.split(" "));
    // "sept" and "marz" are as clear as "sep" and "marzo".
    if (names.some((spoken) => spoken.startsWith(name) && name.length >= 3 && /^\p{L}/u.test(spoken)))
      return month;
  }
  return null;
}

function withMonth(month: number, numbers: number[], today: string): string | null {
  const [first, second] = numbers;
  if (first === undefined || numbers.length > 2) return null;
  if (second === undefined) return nearest(month, first, today);
  const [day, year] = first > 31 ? [second, first] : [first, second];
  return isoDay({ year: century(year), month, day });
}

/** Which number is which: dots are day first everywhere, a year written out first is ISO's order. */
function orderIn(text: string, language: string): Part[] {
  if (/^\d{4}/u.test(text)) return ["year", "month", "day"];
  if (/^\d{1,2}\s*\.\s*\d/u.test(text)) return ["day", "month", "year"];
  if (/[年月日号號]/u.test(text)) return ["year", "month", "day"];
  const parts = new Intl.DateTimeFormat(language).formatToParts(0).map((part) => part.type);
  return parts.filter((part): part is Part => part === "day" || part === "month" || part === "year");
}

function ofNumbers(numbers: number[], order: Part[], today: string): string | null {
  const parts = numbers.length === 2 ? order.filter((part) => part !== "year") : order;
  if (numbers.length < 2 || numbers.length !== parts.length) return null;
  const said = Object.fromEntries(parts.map((part, index) => [part, numbers[index]]));
  let { day = 0, month = 0 } = said as Partial<Record<Part, number>>;
  if (month > 12 && day <= 12) [day, month] = [month, day];
  return said.year === undefined
    ? nearest(month, day, today)
    : isoDay({ year: century(said.year), month, day });
}

function nearest(month: number, day: number, today: string): string | null {
  const { year } = partsOf(today);
  const days = [year - 1, year, year + 1].map((one) => isoDay({ year: one, month, day }));
  const real = days.filter((one): one is string => one !== null);
  real.sort((a, b) => Math.abs(daysBetween(today, a)) - Math.abs(daysBetween(today, b)));
  return real[0] ?? null;
}

function century(year: number): number {
  return year < 100 ? 2000 + year : year;
}

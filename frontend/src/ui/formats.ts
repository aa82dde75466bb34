import { useMemo } from "react";
import { useTranslation } from "react-i18next";

export interface Formats {
  /** `2027-04-30` → `30 Apr 2027` as the reader writes it. */
  day(iso: string): string;
  /** A moment in UTC → the day, or the time when it is today. */
  moment(iso: string): string;
  /** A moment in UTC → day and time: `30 Apr 2027, 19:45`. */
  dayAndTime(iso: string): string;
  /** A moment in UTC → day and time, to the second: `30 Apr 2027, 19:45:07`. */
  instant(iso: string): string;
  /** The time of day: 19:45 in Britain, 7:45 PM in America. */
  time(at: Date): string;
  /** `2027-01-01`, `2029-12-31` → `2027–2029`. */
  years(startsOn: string, endsOn: string): string;
  number(value: number): string;
}

/** Formats for dates and numbers in the reader's language and, where it fits, their region's habits. */
export function useFormats(): Formats {
  const { i18n } = useTranslation();
  return useMemo(() => formatsFor(localeFor(i18n.language, navigator.languages ?? [])), [i18n.language]);
}

/** The first of the reader's own locales that is in the page's language, so that en-GB reads 30 Apr 2027. */
export function localeFor(language: string, preferred: readonly string[]): string {
  return (
    preferred.find((locale) => locale.toLowerCase().split("-")[0] === language.split("-")[0]) ?? language
  );
}

export function formatsFor(locale: string): Formats {
  const day = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" });
  const dayHere = new Intl.DateTimeFormat(locale, { dateStyle: "medium" });
  const time = new Intl.DateTimeFormat(locale, { timeStyle: "short" });
  const dayAndTime = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" });
  const instant = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "medium" });
  const number = new Intl.NumberFormat(locale);
  return {
    time: (at) => time.format(at),
    day: (iso) => day.format(new Date(`${iso.slice(0, 10)}T00:00:00Z`)),
    dayAndTime: (iso) => dayAndTime.format(momentOf(iso)),
    instant: (iso) => instant.format(momentOf(iso)),
    moment: (iso) => {
      const at = momentOf(iso);
      return isSameDay(at, new Date()) ? time.format(at) : dayHere.format(at);
    },
    years: (startsOn, endsOn) => {
      const [first, last] = [startsOn.slice(0, 4), endsOn.slice(0, 4)];
      return first === last ? first : `${first}–${last}`;
    },
    number: (value) => number.format(value),
  };
}

/** The server's moments are UTC, with or without saying so. */
function momentOf(iso: string): Date {
  return new Date(/(Z|[+-]\d\d:?\d\d)$/.test(iso) ? iso : `${iso}Z`);
}

function isSameDay(a: Date, b: Date): boolean {
  return a.toDateString() === b.toDateString();
}

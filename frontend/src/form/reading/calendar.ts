/** Calendar days without a clock or a time zone: `YYYY-MM-DD`, counted in UTC so that no day has 23 hours. */

const DAY = 86_400_000;

export interface DayParts {
  year: number;
  /** 1 to 12. */
  month: number;
  day: number;
}

/** Return the day as it is stored, or null when the calendar has no such day. */
export function isoDay({ year, month, day }: DayParts): string | null {
  const moment = utc(year, month, day);
  const exists = moment.getUTCMonth() === month - 1 && moment.getUTCDate() === day;
  return exists && year >= 1 && year <= 9999 ? moment.toISOString().slice(0, 10) : null;
}

export function partsOf(iso: string): DayParts {
  const [year = 1, month = 1, day = 1] = iso.split("-").map(Number);
  return { year, month, day };
}

/** True for a stored day that the calendar has. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/u.test(text) && isoDay(partsOf(text)) === text;
}

export function moment(iso: string): Date {
  const { year, month, day } = partsOf(iso);
  return utc(year, month, day);
}

export function addDays(iso: string, days: number): string {
  return new Date(moment(iso).getTime() + days * DAY).toISOString().slice(0, 10);
}

/** Move by months; the 31st becomes the last day of a shorter month. */
export function addMonths(iso: string, months: number): string {
  const { year, month, day } = partsOf(iso);
  const first = utc(year, month + months, 1);
  const last = new Date(utc(first.getUTCFullYear(), first.getUTCMonth() + 2, 1).getTime() - DAY);
  first.setUTCDate(Math.min(day, last.getUTCDate()));
  return first.toISOString().slice(0, 10);
}

/** 0 is Sunday. */
export function weekdayOf(iso: string): number {
  return moment(iso).getUTCDay();
}

export function daysBetween(from: string, to: string): number {
  return Math.round((moment(to).getTime() - moment(from).getTime()) / DAY);
}

/** Today where the reader is. */
export function localToday(now: Date): string {
  return isoDay({ year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() }) ?? "1970-01-01";
}

function utc(year: number, month: number, day: number): Date {
  const made = new Date(0);
  // Date.UTC takes the years 0 to 99 for 1900 to 1999.
  made.setUTCFullYear(year, month - 1, day);
  return made;
}

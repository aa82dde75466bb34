import { addDays, partsOf, weekdayOf } from "../reading/calendar";

/** The days of six weeks that hold the month of `day`, so that the calendar keeps its height from month to month. */
export function daysAround(day: string, firstDay: number): string[] {
  const first = addDays(day, 1 - partsOf(day).day);
  const start = addDays(first, -((weekdayOf(first) - firstDay + 7) % 7));
  return Array.from({ length: 42 }, (_, at) => addDays(start, at));
}

interface WeekInfo {
  firstDay: number;
}

/** Where the week begins for this locale, 0 for Sunday; Monday (ISO 8601) where the browser does not know. */
export function firstDayOfWeek(locale: string): number {
  const spoken: Intl.Locale & { getWeekInfo?(): WeekInfo; weekInfo?: WeekInfo } = new Intl.Locale(locale);
  const info = spoken.getWeekInfo?.() ?? spoken.weekInfo;
  return (info?.firstDay ?? 1) % 7;
}

/** Years a plan may cover. */
export const LENGTHS = [1, 2, 3] as const;

/** The first day of the next calendar year, or of this one until its middle: plans are made ahead. */
export function usualStart(today: Date): string {
  const year = today.getFullYear() + (today.getMonth() >= 6 ? 1 : 0);
  return `${year}-01-01`;
}

/**
 * Returns the last day of so many years from a first day.
 *
 * >>> lastDay("2027-04-01", 2) === "2029-03-31"
 */
export function lastDay(startsOn: string, years: number): string {
  const [year = 0, month = 1, day = 1] = startsOn.split("-").map(Number);
  return new Date(Date.UTC(year + years, month - 1, day - 1)).toISOString().slice(0, 10);
}

export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}

/** What is drawn of an action's days, and how dates change when it is pulled. */

import { addDays } from "../../form";
import type { Action } from "../action/action";

/** Which days an action has, and so how it is drawn. */
export type BarKind =
  /** From its start to the day it is due. */
  | "bar"
  /** Only the day it is due. */
  | "due"
  /** Only its start. */
  | "start"
  /** Due before it starts. */
  | "reversed"
  | "none";

export type Dates = Pick<Action, "start" | "due">;

/** What is pulled: the whole bar, or one end of it. */
export type Part = "whole" | "start" | "end";

/** An action without a due date is drawn so many days long, with an open end. */
const OPEN_DAYS = 14;

export function kindOf({ start, due }: Dates): BarKind {
  if (start === null) return due === null ? "none" : "due";
  if (due === null) return "start";
  return due < start ? "reversed" : "bar";
}

/** Return the first and the last day that a bar covers, or null when it has no days. */
export function extentOf(dates: Dates): { first: string; last: string } | null {
  const { start, due } = dates;
  switch (kindOf(dates)) {
    case "none":
      return null;
    case "due":
      return { first: due ?? "", last: due ?? "" };
    case "start":
      return { first: start ?? "", last: addDays(start ?? "", OPEN_DAYS - 1) };
    case "reversed":
      return { first: due ?? "", last: start ?? "" };
    default:
      return { first: start ?? "", last: due ?? "" };
  }
}

/**
 * Return the dates after a pull of so many days.
 *
 * Stretching never turns a bar around: the end stops at the start. Stretching the open end of one that has
 * only a start gives it a due date; stretching the front of one that has only a due date gives it a start.
 */
export function pull(dates: Dates, part: Part, days: number): Dates {
  const { start, due } = dates;
  const extent = extentOf(dates);
  if (extent === null) return dates;
  if (part === "whole") return { start: start && addDays(start, days), due: due && addDays(due, days) };
  if (part === "start") {
    const moved = addDays(start ?? extent.first, days);
    return { start: due !== null && moved > due ? due : moved, due };
  }
  const moved = addDays(due ?? extent.last, days);
  return { start, due: start !== null && moved < start ? start : moved };
}

/** Return the dates of an action that is put on a day: as many days as its effort takes, or two weeks. */
export function datesFrom(day: string, effort: number | null): { start: string; due: string } {
  // Effort counts working days, the calendar counts all.
  const days = effort === null || effort <= 0 ? OPEN_DAYS : Math.ceil((effort / 5) * 7);
  return { start: day, due: addDays(day, Math.max(1, days) - 1) };
}

/** Events of a relationship on an axis of time, in pixels. */

import type { Row } from "../../collab";
import { addMonths, daysBetween } from "../../form";
import { dayIn, numberIn, textIn } from "../action/action";

export const KINDS = [
  "contract",
  "project",
  "renewal",
  "win",
  "loss",
  "incident",
  "escalation",
  "executive_meeting",
  "visit",
] as const;
export type Kind = (typeof KINDS)[number];

export interface HistoryEvent {
  id: string;
  title: string;
  day: string;
  kind: Kind | null;
  /** −2 to +2, null when nobody has said how they remember it. */
  felt: number | null;
  value: number | null;
}

/** A voice of the customer with a recommendation of 0 to 10. */
export interface Voice {
  id: string;
  day: string;
  nps: number;
}

/** Events that have a day, in time; those without one cannot be drawn. */
export function eventsOf(rows: readonly Row[]): HistoryEvent[] {
  return rows
    .flatMap(({ id, values }): HistoryEvent[] => {
      const day = dayIn(values.happened_on);
      if (day === null) return [];
      const kind = KINDS.find((one) => one === values.kind) ?? null;
      const [felt, value] = [numberIn(values.felt), numberIn(values.value)];
      return [{ id, title: textIn(values.title) ?? "", day, kind, felt, value }];
    })
    .sort((a, b) => a.day.localeCompare(b.day));
}

export function voicesOf(rows: readonly Row[]): Voice[] {
  return rows
    .flatMap(({ id, values }): Voice[] => {
      const [day, nps] = [dayIn(values.said_on), numberIn(values.nps)];
      return day === null || nps === null ? [] : [{ id, day, nps }];
    })
    .sort((a, b) => a.day.localeCompare(b.day));
}

export interface Axis {
  first: string;
  /** Pixels a day. */
  px: number;
  width: number;
  /** The first days of the years that are drawn. */
  years: readonly string[];
}

/** Whole years from the first to the last day, at so many pixels a year; at least one year. */
export function axisOf(days: readonly string[], pxPerYear: number): Axis | null {
  const sorted = [...days].sort();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return null;
  const count = Number(last.slice(0, 4)) - Number(first.slice(0, 4)) + 1;
  const from = `${first.slice(0, 4)}-01-01`;
  const years = Array.from({ length: count }, (_, at) => addMonths(from, 12 * at));
  const length = daysBetween(from, addMonths(from, 12 * count));
  const width = pxPerYear * count;
  return { first: from, px: width / length, width, years };
}

export function xOf(axis: Axis, day: string): number {
  return daysBetween(axis.first, day) * axis.px;
}

/** A thing on the sheet: in which of the lanes around its height, and whether its label can be read. */
export interface Placed {
  lane: number;
  isLabelled: boolean;
}

/**
 * Place things of one height so that none covers another where there are lanes enough.
 *
 * A label is shown where nothing of the same height begins before it ends.
 *
 * @param xs Where they are, ascending.
 * @param room The width of a thing and of its label, in pixels.
 */
export function placeAlong(
  xs: readonly number[],
  lanes: number,
  room: { mark: number; label: number },
): Placed[] {
  const ends: number[] = Array.from({ length: lanes }, () => Number.NEGATIVE_INFINITY);
  return xs.map((x, at) => {
    const free = ends.findIndex((end) => end <= x);
    const lane = free < 0 ? lanes - 1 : free;
    ends[lane] = x + room.mark;
    const next = xs[at + 1];
    return { lane, isLabelled: next === undefined || next - x >= room.label };
  });
}

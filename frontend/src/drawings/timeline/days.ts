/** Days and pixels of the timeline; every drawn thing and every drag goes through here. */

import { addDays, addMonths, daysBetween } from "../../form";

export const ZOOMS = ["months", "quarters", "whole"] as const;
export type Zoom = (typeof ZOOMS)[number];

/** The first and the last day that are drawn. */
export interface Span {
  first: string;
  last: string;
}

export interface Scale {
  first: string;
  /** How many days are drawn. */
  days: number;
  /** Pixels a day. */
  px: number;
}

export interface Tick {
  day: string;
  x: number;
  width: number;
}

const PX_A_DAY: Readonly<Record<Exclude<Zoom, "whole">, number>> = { months: 5, quarters: 1.8 };

/** A day typed wrong by a century must not make the drawing a hundred years wide. */
const MONTHS_BEYOND = 12;

/**
 * Return the months to draw: those of the plan's period, of today and of all dates near the period.
 *
 * Without a period the dates themselves make it. A day beyond the last date is free to drag to.
 */
export function spanOf(period: Span | null, days: readonly string[], today: string): Span {
  const core = period ?? bounds(days) ?? { first: today, last: addMonths(today, 12) };
  const [earliest, latest] = [addMonths(core.first, -MONTHS_BEYOND), addMonths(core.last, MONTHS_BEYOND)];
  const near = [...days, today].filter((day) => day >= earliest && day <= latest);
  const all = bounds([core.first, core.last, ...near]) ?? core;
  const next = firstOfMonth(addMonths(firstOfMonth(all.last), 1));
  return { first: firstOfMonth(all.first), last: addDays(next, -1) };
}

function bounds(days: readonly string[]): Span | null {
  const sorted = [...days].sort();
  const [first, last] = [sorted[0], sorted.at(-1)];
  return first === undefined || last === undefined ? null : { first, last };
}

function firstOfMonth(day: string): string {
  return `${day.slice(0, 8)}01`;
}

/** Return the scale at which a span is drawn; the whole of it fits `width` pixels. */
export function scaleOf(span: Span, zoom: Zoom, width: number): Scale {
  const days = daysBetween(span.first, span.last) + 1;
  return { first: span.first, days, px: zoom === "whole" ? Math.max(width, 240) / days : PX_A_DAY[zoom] };
}

/** Return where a day begins, in pixels from the left. */
export function xOf(scale: Scale, day: string): number {
  return daysBetween(scale.first, day) * scale.px;
}

/** Return the day that is drawn at a pixel. */
export function dayAt(scale: Scale, x: number): string {
  return addDays(scale.first, Math.floor(x / scale.px));
}

/** Return how many days a drag over some pixels is. */
export function daysIn(scale: Scale, pixels: number): number {
  return Math.round(pixels / scale.px);
}

export function widthOf(scale: Scale): number {
  return scale.days * scale.px;
}

/** Return the beginnings of every period of so many months: 1 for months, 3 for quarters, 12 for years. */
export function ticksOf(scale: Scale, months: 1 | 3 | 12): Tick[] {
  const ticks: Tick[] = [];
  const end = addDays(scale.first, scale.days);
  let day = scale.first;
  while (day < end) {
    const next = nextTick(day, months);
    const stop = next < end ? next : end;
    ticks.push({ day, x: xOf(scale, day), width: daysBetween(day, stop) * scale.px });
    day = next;
  }
  return ticks;
}

function nextTick(day: string, months: number): string {
  const month = Number(day.slice(5, 7));
  return addMonths(firstOfMonth(day), months - ((month - 1) % months));
}

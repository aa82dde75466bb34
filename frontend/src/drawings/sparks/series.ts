/** The values of a KPI over time, and what they say; pure. */

import type { Row } from "../../collab";
import { daysBetween } from "../../form";
import { dayIn, numberIn, textIn } from "../action/action";

export interface Point {
  id: string;
  day: string;
  value: number;
}

export interface Kpi {
  id: string;
  unit: string;
  direction: "up" | "down" | "hold";
  baseline: number | null;
  target: number | null;
  due: string | null;
}

/** What the last value says beside the one before it and the target. */
export type Trend = "none" | "first" | "reached" | "better" | "worse" | "steady" | "moved";

/** A change smaller than this share of the way from baseline to target is none. */
const NOTICEABLE = 0.01;

export function kpiOf({ id, values }: Row): Kpi {
  const { direction } = values;
  return {
    id,
    unit: textIn(values.unit) ?? "",
    // Nobody has said which way is good; most figures are to grow.
    direction: direction === "down" || direction === "hold" ? direction : "up",
    baseline: numberIn(values.baseline),
    target: numberIn(values.target),
    due: dayIn(values.due),
  };
}

/** Return the values of every KPI in the order of their days; of two on one day the later record comes last. */
export function seriesByKpi(rows: readonly Row[]): Map<string, Point[]> {
  const series = new Map<string, Point[]>();
  for (const { id, values } of rows) {
    const [kpi, day, value] = [textIn(values.kpi), dayIn(values.measured_on), numberIn(values.value)];
    if (kpi === null || day === null || value === null) continue;
    series.set(kpi, [...(series.get(kpi) ?? []), { id, day, value }]);
  }
  for (const points of series.values()) points.sort((a, b) => a.day.localeCompare(b.day));
  return series;
}

export function trendOf(kpi: Kpi, points: readonly Point[]): Trend {
  const [last, before] = [points.at(-1), points.at(-2)];
  if (last === undefined) return "none";
  if (isReached(kpi, last.value)) return "reached";
  if (before === undefined) return "first";
  const change = last.value - before.value;
  const way = Math.abs((kpi.target ?? before.value) - (kpi.baseline ?? before.value));
  if (change === 0 || Math.abs(change) < way * NOTICEABLE) return "steady";
  if (kpi.direction !== "hold") return change > 0 === (kpi.direction === "up") ? "better" : "worse";
  if (kpi.target === null) return "moved";
  return Math.abs(last.value - kpi.target) < Math.abs(before.value - kpi.target) ? "better" : "worse";
}

function isReached({ direction, target }: Kpi, value: number): boolean {
  if (target === null) return false;
  if (direction === "hold") return value === target;
  return direction === "up" ? value >= target : value <= target;
}

/** A spark line in the units of its own box, `width` by `height`. */
export interface Spark {
  path: string;
  points: { id: string; x: number; y: number }[];
  /** Heights of the lines for baseline and target, or null where they are not known. */
  baseline: number | null;
  target: number | null;
}

/** Room for the round of a point, in the units of the box. */
const EDGE = 5;

/** Return how values are drawn; a single one, or several on one day, lie in the middle. */
export function sparkOf(kpi: Kpi, points: readonly Point[], width: number, height: number): Spark {
  const known = [...points.map(({ value }) => value), kpi.baseline, kpi.target].filter((one) => one !== null);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const y = (value: number) =>
    high === low ? height / 2 : EDGE + ((high - value) / (high - low)) * (height - 2 * EDGE);
  const [first, last] = [points[0]?.day ?? "", points.at(-1)?.day ?? ""];
  const days = points.length > 1 ? daysBetween(first, last) : 0;
  const x = (day: string) =>
    days === 0 ? width / 2 : EDGE + (daysBetween(first, day) / days) * (width - 2 * EDGE);
  const drawn = points.map(({ id, day, value }) => ({ id, x: round(x(day)), y: round(y(value)) }));
  return {
    path: drawn.map((point, at) => `${at === 0 ? "M" : "L"}${point.x} ${point.y}`).join(""),
    points: drawn,
    baseline: kpi.baseline === null ? null : round(y(kpi.baseline)),
    target: kpi.target === null ? null : round(y(kpi.target)),
  };
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}

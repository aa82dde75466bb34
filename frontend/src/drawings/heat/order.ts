/** In which order the heat map shows criteria and vendors. */

import type { Competition } from "../../schema/report.generated";
import type { AxisEntry } from "../../tools/matrix";

export const ORDERS = ["plan", "weight", "lead"] as const;
export type Order = (typeof ORDERS)[number];

/** Us first, then rivals by their score; who has none, and whom the report does not know yet, comes last. */
export function vendorsInOrder(vendors: readonly AxisEntry[], figures: Competition | null): AxisEntry[] {
  const scores = new Map(figures?.vendors.map(({ vendor, score }) => [vendor, score ?? 0]));
  const rank = ({ id }: AxisEntry) => (id === US ? Number.POSITIVE_INFINITY : (scores.get(id) ?? -1));
  return [...vendors].sort((a, b) => (rank(a) === rank(b) ? 0 : rank(b) - rank(a)));
}

export const US = "us";

/** Criteria by weight, or by our lead with the worst first: there is the most to do. */
export function criteriaInOrder(
  criteria: readonly AxisEntry[],
  order: Order,
  weightOf: (id: string) => number | null,
  figures: Competition | null,
): AxisEntry[] {
  if (order === "plan") return [...criteria];
  const leads = new Map(figures?.criteria.map(({ criterion, lead }) => [criterion, lead]));
  const last = Number.POSITIVE_INFINITY;
  const rank = ({ id }: AxisEntry) => (order === "weight" ? -(weightOf(id) ?? 0) : (leads.get(id) ?? last));
  return [...criteria].sort((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)));
}

/** Everything that scores and leads are worked out from, as text. */
export function inputsOf(
  ratings: readonly { values: Readonly<Record<string, unknown>> }[],
  criteria: readonly { id: string; values: Readonly<Record<string, unknown>> }[],
  vendors: readonly AxisEntry[],
): string {
  return JSON.stringify([
    ratings.map(({ values: { vendor, criterion, rating } }) => [vendor, criterion, rating]),
    criteria.map(({ id, values }) => [id, values.weight]),
    vendors.map(({ id }) => id),
  ]);
}

const HEATS = ["worst", "bad", undefined, "good", "best"];

/** How a rating of 1 to 5 is coloured. */
export function heatOf(rating: number | null): string | undefined {
  return rating === null ? undefined : HEATS[Math.round(rating) - 1];
}

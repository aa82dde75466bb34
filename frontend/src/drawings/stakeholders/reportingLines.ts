import type { Line } from "../canvas";
import type { ForestLayout } from "../tree/forestLayout";
import type { Stakeholder } from "./person";

export interface ReportingData extends Record<string, unknown> {
  /** It closes a round: whoever follows it upwards comes back. */
  isRound: boolean;
}

/** Reporting lines that the tree does not draw: those that close a round, and those to or from an outsider. */
export function reportingLines(
  people: readonly Pick<Stakeholder, "id" | "boss">[],
  rounds: readonly (readonly string[])[],
  { links, spots }: ForestLayout,
): Line<ReportingData>[] {
  const drawn = new Set(links.map(({ from, to }) => `${from} ${to}`));
  const tops = new Set(rounds.map(([top]) => top));
  return people.flatMap(({ id, boss }): Line<ReportingData>[] => {
    if (boss === null || boss === id || drawn.has(`${boss} ${id}`) || !spots.has(id) || !spots.has(boss))
      return [];
    return [{ id: `boss-of-${id}`, kind: "reporting", from: boss, to: id, data: { isRound: tops.has(id) } }];
  });
}

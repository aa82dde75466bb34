/** What divisions come to together with all that stand below them. */

import type { Space, Sum } from "../../schema/report.generated";
import type { Branch, Forest } from "../tree/forest";

/**
 * Add up each division that has others below it with all of them, by its identifier.
 *
 * Every division is counted once, whatever is part of what: the trees are those of the division map, which
 * opens a round at one place. Divisions without anything below them are not in it.
 */
export function rollUp({ divisions }: Pick<Space, "divisions">, { trees }: Forest): Map<string, Sum> {
  const own = new Map(divisions.map((sum) => [sum.of, sum]));
  const whole = new Map<string, Sum>();
  const visit = ({ id, below }: Branch): Sum => {
    const sum = below.map(visit).reduce(added, own.get(id) ?? nothingOf(id));
    if (below.length > 0) whole.set(id, sum);
    return sum;
  };
  trees.forEach(visit);
  return whole;
}

function added(a: Sum, b: Sum): Sum {
  const [current, potential] = [a.current + b.current, a.potential + b.potential];
  return {
    of: a.of,
    current,
    potential,
    gap: potential - current,
    penetration: potential > 0 ? current / potential : null,
    cells: a.cells + b.cells,
    unknown: a.unknown + b.unknown,
  };
}

function nothingOf(of: string): Sum {
  return { of, current: 0, potential: 0, gap: 0, penetration: null, cells: 0, unknown: 0 };
}

/** From a customer's goal to what we do about it: the objectives that serve it, and their actions. */

import type { Row } from "../../collab";

export interface Serving {
  objective: Row;
  actions: readonly Row[];
}

/** The objectives that serve a goal, in the plan's order, each with its actions; the ones due first lead. */
export function servingOf(goal: string, objectives: readonly Row[], actions: readonly Row[]): Serving[] {
  return objectives
    .filter(({ values }) => Array.isArray(values.goals) && values.goals.includes(goal))
    .map((objective) => ({
      objective,
      actions: actions.filter(({ values }) => values.objective === objective.id).sort(byDue),
    }));
}

function byDue(a: Row, b: Row): number {
  return dueOf(a).localeCompare(dueOf(b));
}

/** A date sorts as it is written; what has none comes last. */
function dueOf({ values }: Row): string {
  return typeof values.due === "string" ? values.due : "9999";
}

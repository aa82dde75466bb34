/** How far an objective has come, by its own figure or else by its actions. */

import type { Row } from "../../collab";
import { actionOf, numberIn, textIn } from "../../drawings/action/action";

export type Progress =
  /** From the baseline to the target; `share` is 0 to 1. */
  | { by: "figure"; share: number; current: number; target: number; unit: string }
  | { by: "actions"; done: number; total: number }
  | { by: "nothing" };

/** `actions` are the live actions of the objective. */
export function progressOf({ values }: Row, actions: readonly Row[]): Progress {
  const [baseline, target] = [numberIn(values.baseline), numberIn(values.target)];
  const current = numberIn(values.current);
  if (baseline !== null && target !== null && current !== null && target !== baseline) {
    const share = Math.min(1, Math.max(0, (current - baseline) / (target - baseline)));
    return { by: "figure", share, current, target, unit: textIn(values.unit) ?? "" };
  }
  if (actions.length === 0) return { by: "nothing" };
  const done = actions.filter((row) => actionOf(row).status === "done").length;
  return { by: "actions", done, total: actions.length };
}

/** Objectives that still stand, those that are reached last. */
export function standing(objectives: readonly Row[]): Row[] {
  const live = objectives.filter(({ values }) => values.status !== "dropped");
  return [
    ...live.filter(({ values }) => values.status !== "reached"),
    ...live.filter(({ values }) => values.status === "reached"),
  ];
}

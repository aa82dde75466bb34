/** Which line each action is drawn on. */

import type { Action } from "../action/action";

export const GROUPINGS = ["objective", "owner", "division"] as const;
export type Grouping = (typeof GROUPINGS)[number];

export interface Group {
  /** The record that its actions share, or "" where they name none that is there. */
  key: string;
  actions: readonly Action[];
}

export type Line = { kind: "group"; group: Group; isOpen: boolean } | { kind: "action"; action: Action };

/** Return the actions by what they share, groups in the plan's order; without one, or with one that is gone, last. */
export function groupActions(
  actions: readonly Action[],
  by: Grouping,
  order: readonly string[],
): readonly Group[] {
  const groups = new Map<string, Action[]>([...order, ""].map((key) => [key, []]));
  for (const action of actions) (groups.get(action[by] ?? "") ?? groups.get(""))?.push(action);
  return [...groups].filter(([, held]) => held.length > 0).map(([key, held]) => ({ key, actions: held }));
}

/** Return the lines from top to bottom; of a closed group only its head. */
export function linesOf(groups: readonly Group[], closed: ReadonlySet<string>): Line[] {
  return groups.flatMap((group) => {
    const isOpen = !closed.has(group.key);
    const head: Line = { kind: "group", group, isOpen };
    return isOpen ? [head, ...group.actions.map((action): Line => ({ kind: "action", action }))] : [head];
  });
}

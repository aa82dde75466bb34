/** How our actions stand today. */

import type { Row } from "../../collab";
import { type Action, actionOf, type Status } from "../../drawings/action/action";
import { isOverdue } from "../../drawings/action/statusChange";

/** The states an action can be alive in, in the order in which it goes through them. */
export const LIVE = ["to_do", "doing", "blocked", "done"] as const;
export type LiveStatus = (typeof LIVE)[number];

export interface ActionCounts {
  by: Readonly<Record<LiveStatus, number>>;
  /** All that are not dropped. */
  total: number;
  /** The longest overdue first. */
  overdue: readonly Action[];
  blocked: readonly Action[];
}

/** Count what is not dropped; an action of which nobody has said anything is still to do. */
export function countActions(rows: readonly Row[], today: string): ActionCounts {
  const live = rows.map(actionOf).filter(({ status }) => status !== "dropped");
  const by = { to_do: 0, doing: 0, blocked: 0, done: 0 };
  for (const { status } of live) by[liveStatus(status)] += 1;
  return {
    by,
    total: live.length,
    overdue: live
      .filter((action) => isOverdue(action, today))
      .sort((a, b) => (a.due ?? "").localeCompare(b.due ?? "")),
    blocked: live.filter(({ status }) => status === "blocked"),
  };
}

function liveStatus(status: Status | null): LiveStatus {
  return status === null || status === "dropped" ? "to_do" : status;
}

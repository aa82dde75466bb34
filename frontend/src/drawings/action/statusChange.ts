/** What else changes with the status of an action. */

import type { Edits, Value } from "../../collab";
import { type Action, isOver, type Status } from "./action";

/**
 * Return the fields that a new status brings with it.
 *
 * Done means today and 100 %. Whoever takes an action back from done takes back both: a day on which it
 * was finished, or 100 % of it, would contradict a status that says there is something left. A progress below
 * 100 % was somebody's own word and stays.
 */
export function changesWith(action: Action, status: Status | null, today: string): Record<string, Value> {
  const isDone = action.status === "done";
  if (status === "done" && !isDone) return { status, done_on: today, progress: 100 };
  if (!isDone || status === "done") return { status };
  return { status, done_on: null, ...(action.progress === 100 && { progress: null }) };
}

/** Give an action a status, with what follows from it; the caller makes it one step of undo. */
export function writeStatus(edits: Edits, action: Action, status: Status | null, today: string): void {
  if (action.status === status) return;
  for (const [field, value] of Object.entries(changesWith(action, status, today))) {
    edits.set("actions", action.id, field, value);
  }
}

/** True for an action that should have been done by now. */
export function isOverdue(action: Action, today: string): boolean {
  return action.due !== null && action.due < today && !isOver(action);
}

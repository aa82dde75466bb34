/** Which actions have to follow when one that they wait for is moved. */

import { addDays, daysBetween } from "../../form";
import { type Action, isOver } from "../action/action";
import type { Dates } from "./bars";

/**
 * Return the new dates of those that wait, near or far, for a moved action and would now begin before it is due.
 *
 * Only what began after it before is pushed, by as little as keeps it so; what overlapped already was meant to,
 * or is a finding of its own. What is done or dropped stays. Actions that wait for each other in a circle have no
 * order in which they could follow, and stay as well.
 */
export function followersOf(
  actions: readonly Action[],
  moved: string,
  before: Dates,
): Map<string, { start: string | null; due: string | null }> {
  const byId = new Map(actions.map((action) => [action.id, action]));
  const waiting = waitingFor(actions);
  const pushed = new Map<string, Dates>();
  const was = (id: string) => (id === moved ? before.due : (byId.get(id)?.due ?? null));
  const is = (id: string) => (pushed.get(id) ?? byId.get(id))?.due ?? null;
  for (const id of inOrder(moved, waiting)) {
    const action = byId.get(id);
    if (action === undefined || isOver(action)) continue;
    const days = Math.max(0, ...action.dependsOn.map((other) => pushOf(action, was(other), is(other))));
    if (days === 0) continue;
    const { start, due } = action;
    pushed.set(id, { start: start && addDays(start, days), due: due && addDays(due, days) });
  }
  return pushed;
}

/** By how many days an action moves so that it still begins after what it waits for. */
function pushOf({ start, due }: Dates, was: string | null, is: string | null): number {
  const begins = start ?? due;
  if (begins === null || was === null || is === null || begins <= was) return 0;
  return begins > is ? 0 : daysBetween(begins, is) + 1;
}

/** Who waits for each action. */
function waitingFor(actions: readonly Action[]): Map<string, string[]> {
  const waiting = new Map<string, string[]>();
  for (const { id, dependsOn } of actions) {
    for (const other of new Set(dependsOn)) waiting.set(other, [...(waiting.get(other) ?? []), id]);
  }
  return waiting;
}

/** Everything that waits for an action, near or far, each after all that it waits for itself (Kahn 1962). */
function inOrder(moved: string, waiting: ReadonlyMap<string, readonly string[]>): string[] {
  const reached = reachedFrom(moved, waiting);
  const open = new Map<string, number>();
  for (const id of reached) {
    for (const next of waiting.get(id) ?? []) open.set(next, (open.get(next) ?? 0) + 1);
  }
  const ready = [moved];
  const order: string[] = [];
  for (const id of ready) {
    for (const next of waiting.get(id) ?? []) {
      const left = (open.get(next) ?? 0) - 1;
      open.set(next, left);
      if (left > 0 || next === moved) continue;
      ready.push(next);
      order.push(next);
    }
  }
  return order;
}

function reachedFrom(moved: string, waiting: ReadonlyMap<string, readonly string[]>): Set<string> {
  const reached = new Set([moved]);
  for (const id of reached) for (const next of waiting.get(id) ?? []) reached.add(next);
  return reached;
}

/** An action as its drawings read it, whatever its record lacks. */

import type { Row, Value } from "../../collab";
import { isDay } from "../../form";

export const STATUSES = ["to_do", "doing", "blocked", "done", "dropped"] as const;
export type Status = (typeof STATUSES)[number];

export interface Action {
  id: string;
  title: string;
  objective: string | null;
  owner: string | null;
  helpers: readonly string[];
  division: string | null;
  status: Status | null;
  /** Days as `YYYY-MM-DD`. */
  start: string | null;
  due: string | null;
  doneOn: string | null;
  /** Percent. */
  progress: number | null;
  /** Working days. */
  effort: number | null;
  dependsOn: readonly string[];
  obstacle: string | null;
  isShared: boolean;
}

const known = new WeakMap<Row, Action>();

/** Return a record as an action; the same object for the same row. */
export function actionOf(row: Row): Action {
  const kept = known.get(row);
  if (kept !== undefined) return kept;
  const action = read(row);
  known.set(row, action);
  return action;
}

function read({ id, values }: Row): Action {
  return {
    id,
    title: textIn(values.title) ?? "",
    objective: textIn(values.objective),
    owner: textIn(values.owner),
    helpers: listIn(values.helpers),
    division: textIn(values.division),
    status: STATUSES.find((status) => status === values.status) ?? null,
    start: dayIn(values.start),
    due: dayIn(values.due),
    doneOn: dayIn(values.done_on),
    progress: numberIn(values.progress),
    effort: numberIn(values.effort),
    dependsOn: listIn(values.depends_on),
    obstacle: textIn(values.obstacle),
    isShared: values.shared === true,
  };
}

/** True for what nobody needs to do any more. */
export function isOver({ status }: Action): boolean {
  return status === "done" || status === "dropped";
}

export function textIn(value: Value | undefined): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

export function numberIn(value: Value | undefined): number | null {
  return typeof value === "number" ? value : null;
}

export function dayIn(value: Value | undefined): string | null {
  return typeof value === "string" && isDay(value) ? value : null;
}

export function listIn(value: Value | undefined): readonly string[] {
  return Array.isArray(value) ? value : [];
}

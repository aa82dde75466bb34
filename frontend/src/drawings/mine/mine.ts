/** Who sits at the screen, and what of theirs is to be done when. */

import type { Row } from "../../collab";
import { addDays, plain, weekdayOf } from "../../form";
import { type Action, isOver, textIn } from "../action/action";

export const SPANS = ["overdue", "week", "month", "later", "undated", "done"] as const;
export type Span = (typeof SPANS)[number];

/** How long something done is still worth showing, in days. */
const LATELY = 30;

const SUNDAY = 7;

interface Somebody {
  name: string;
  email: string | null;
}

/**
 * Return the member of the team who sits at the screen: by e-mail, otherwise by name; null when nobody, or
 * more than one, is called that.
 */
export function memberOf(members: readonly Row[], { name, email }: Somebody): string | null {
  const wanted = email?.trim().toLowerCase();
  const byMail = members.filter((row) => wanted && textIn(row.values.email)?.trim().toLowerCase() === wanted);
  if (byMail.length > 0) return onlyOne(byMail);
  return onlyOne(members.filter((row) => sameName(textIn(row.values.name), name)));
}

function sameName(one: string | null, other: string): boolean {
  return one !== null && plain(one.trim()) === plain(other.trim());
}

function onlyOne(rows: readonly Row[]): string | null {
  return rows.length === 1 ? (rows[0]?.id ?? null) : null;
}

/** Return when an action is to be done, seen from today; null for what is dropped or was done long ago. */
export function spanOf(action: Action, today: string): Span | null {
  if (action.status === "done") {
    return action.doneOn !== null && action.doneOn >= addDays(today, -LATELY) ? "done" : null;
  }
  if (isOver(action)) return null;
  if (action.due === null) return "undated";
  if (action.due < today) return "overdue";
  const sunday = addDays(today, (SUNDAY - weekdayOf(today)) % SUNDAY);
  if (action.due <= sunday) return "week";
  return action.due <= addDays(today, 30) ? "month" : "later";
}

/** Return what a member owns or helps with, by when it is to be done; within a span the earliest first. */
export function mineBySpan(
  actions: readonly Action[],
  member: string,
  today: string,
): { span: Span; actions: Action[] }[] {
  const own = actions.filter(({ owner, helpers }) => owner === member || helpers.includes(member));
  return SPANS.map((span) => ({
    span,
    actions: own.filter((action) => spanOf(action, today) === span).sort(byDue),
  })).filter((group) => group.actions.length > 0);
}

function byDue(a: Action, b: Action): number {
  return (a.due ?? "").localeCompare(b.due ?? "");
}

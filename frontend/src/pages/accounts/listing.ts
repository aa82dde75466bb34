import type { Account, PlanInList } from "../../api";

export const ORDERS = ["changed", "name"] as const;
export type ListOrder = (typeof ORDERS)[number];

/** Accounts in whose name, or in whose plans' titles, every word occurs; of those found by plans, only these. */
export function accountsWith(accounts: readonly Account[], words: string): Account[] {
  const sought = words.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  if (sought.length === 0) return [...accounts];
  return accounts.flatMap((account) => {
    if (holds(account.name, sought)) return [account];
    const plans = account.plans.filter((plan) => holds(`${account.name} ${plan.title}`, sought));
    return plans.length > 0 ? [{ ...account, plans }] : [];
  });
}

function holds(text: string, sought: readonly string[]): boolean {
  const lower = text.toLocaleLowerCase();
  return sought.every((word) => lower.includes(word));
}

/** By name, or those with the latest change first; accounts without a plan come last. */
export function inOrder(accounts: readonly Account[], order: ListOrder, language: string): Account[] {
  const byName = (a: Account, b: Account) =>
    a.name.localeCompare(b.name, language, { numeric: true, sensitivity: "base" });
  if (order === "name") return [...accounts].sort(byName);
  return [...accounts].sort((a, b) => lastChange(b).localeCompare(lastChange(a)) || byName(a, b));
}

function lastChange({ plans }: Account): string {
  return plans.reduce((latest, { changed_at }) => (changed_at > latest ? changed_at : latest), "");
}

/** The latest plan first, as people open that one. */
export function plansInOrder(plans: readonly PlanInList[]): PlanInList[] {
  return [...plans].sort((a, b) => b.starts_on.localeCompare(a.starts_on) || a.title.localeCompare(b.title));
}

/** What is in the account's bin as far as it is known here, without what has come back. */
export function removedPlans(account: Account, justRemoved: readonly PlanInList[]): PlanInList[] {
  const unlisted = justRemoved.filter(({ id }) => !account.removed_plans.some((plan) => plan.id === id));
  return [...unlisted, ...account.removed_plans].filter(
    ({ id }) => !account.plans.some((plan) => plan.id === id),
  );
}

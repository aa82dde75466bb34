import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { asProblem, type Plan, type Problem, planQuery, UNREACHABLE } from "../api";

const KEPT_AS = "tavolo.plan.";

export type PlanAbout =
  | { state: "loading" }
  /** `about` is null when the server cannot be reached and this tab has never seen the plan's description. */
  | { state: "known"; about: Plan | null }
  | { state: "refused"; problem: Problem };

/** What the server says of a plan beside its content: name, years, account, and what this person may do.
 *
 * It is kept for the life of the tab, so that a reload without a connection still shows whose plan it is.
 */
export function usePlanAbout(planId: string): PlanAbout {
  const { data, error, isPaused } = useQuery(planQuery(planId));
  const problem = error && asProblem(error);
  const isPassing = problem !== null && (problem.code === UNREACHABLE || problem.status >= 500);
  const isRefused = problem !== null && !isPassing;
  useEffect(() => {
    if (isRefused) sessionStorage.removeItem(KEPT_AS + planId);
    else if (data) sessionStorage.setItem(KEPT_AS + planId, JSON.stringify(data));
  }, [data, isRefused, planId]);
  if (isRefused) return { state: "refused", problem };
  const about = data ?? keptAbout(planId);
  return about === null && !problem && !isPaused ? { state: "loading" } : { state: "known", about };
}

/** Forget what this tab has kept of any plan, for whoever sits here next. */
export function forgetPlansAbout(): void {
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith(KEPT_AS)) sessionStorage.removeItem(key);
  }
}

function keptAbout(planId: string): Plan | null {
  const kept = sessionStorage.getItem(KEPT_AS + planId);
  // Only this module writes under the key.
  return kept === null ? null : (JSON.parse(kept) as Plan);
}

import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { asProblem, comparisonQuery, NOW, type Problem, useRestoreVersion } from "../../api";
import { useConnection } from "../../collab";
import { useWorkspace } from "../frame/workspaceContext";
import { type Effects, effectsOf, isNothing, type Restored, restoringOf } from "./effects";

export interface RestoringDeed {
  /** What it will do; null while that is looked up. */
  effects: Effects | null;
  /** Whether there is something to restore, and a connection to do it over. */
  isPossible: boolean;
  isOffline: boolean;
  isLookingUp: boolean;
  isUnderWay: boolean;
  problem: Problem | null;
  restore(onDone: () => void): void;
}

/** Restoring a part of a version: what it will do, and doing it. */
export function useRestoring(version: string, scope: Restored): RestoringDeed {
  const { planId } = useWorkspace();
  const seen = useQuery(comparisonQuery(planId, version, NOW));
  const { mutate, isPending, error } = useRestoreVersion(planId);
  const isOffline = useConnection().status === "offline";
  const effects = useMemo(() => (seen.data ? effectsOf(seen.data, scope) : null), [seen.data, scope]);
  const thrown = error ?? (effects === null ? seen.error : null);
  return {
    effects,
    isPossible: effects !== null && !isNothing(effects) && !isOffline,
    isOffline,
    isLookingUp: seen.isPending && !isOffline,
    isUnderWay: isPending,
    problem: thrown && !isOffline ? asProblem(thrown) : null,
    restore: (onDone) => mutate(restoringOf(version, scope), { onSuccess: onDone }),
  };
}

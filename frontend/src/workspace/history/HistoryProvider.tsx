import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import { comparisonQuery, comparisonsOf, versionsQuery } from "../../api";
import { usePlanSession } from "../../collab";
import { useComments } from "../comments/commentsContext";
import { useFindingsPanel } from "../findings/findingsContext";
import { useWorkspace } from "../frame/workspaceContext";
import { fieldChanges } from "./changes";
import {
  type Compared,
  DriftContext,
  type Drifted,
  type History,
  HistoryContext,
  NOTHING_COMPARED,
} from "./historyContext";

/** Gives everything inside the plan's history; of its panel, the findings and the comments one is open at a time. */
export function HistoryProvider({ children }: { children: ReactNode }) {
  const [compared, compare] = useState<Compared | null>(null);
  const [showsAuthors, setShowsAuthors] = useState(false);
  const { isShown, openPanel, hidePanel } = useOneAtATime();
  const drifted = useDrift(compared);
  useFreshness(useWorkspace().planId, isShown || compared !== null);
  const history = useMemo<History>(() => {
    const closePanel = () => {
      hidePanel();
      compare(null);
    };
    return {
      isShown,
      togglePanel: isShown ? closePanel : openPanel,
      closePanel,
      stepAside: hidePanel,
      comeBack: openPanel,
      compared,
      compare,
      showsAuthors,
      toggleAuthors: () => setShowsAuthors(!showsAuthors),
    };
  }, [isShown, openPanel, hidePanel, compared, showsAuthors]);
  return (
    <HistoryContext value={history}>
      <DriftContext value={drifted}>{children}</DriftContext>
    </HistoryContext>
  );
}

function useOneAtATime() {
  const { panel, closePanel: closeComments } = useComments();
  const { isShown: hasFindings, closePanel: closeFindings } = useFindingsPanel();
  const [isOpen, setOpen] = useState(false);
  const isTaken = panel !== null || hasFindings;
  // The others can be opened from any field; whoever does that is done with the list.
  useEffect(() => {
    if (isTaken) setOpen(false);
  }, [isTaken]);
  return useMemo(
    () => ({
      isShown: isOpen && !isTaken,
      openPanel: () => {
        closeComments();
        closeFindings();
        setOpen(true);
      },
      hidePanel: () => setOpen(false),
    }),
    [isOpen, isTaken, closeComments, closeFindings],
  );
}

function useDrift(compared: Compared | null): Drifted {
  const { planId } = useWorkspace();
  const { from, to } = compared ?? { from: "", to: "" };
  const { data } = useQuery({ ...comparisonQuery(planId, from, to), enabled: compared !== null });
  const comparison = compared === null ? undefined : data;
  return useMemo(
    () => (comparison ? { comparison, fields: fieldChanges(comparison) } : NOTHING_COMPARED),
    [comparison],
  );
}

/** Somebody who types changes the plan many times a second; once they pause it is compared anew. */
const QUIET_MS = 3_000;

/** Asks again what is looked at when the plan has changed: others keep and restore versions, too. */
function useFreshness(planId: string, isLookedAt: boolean): void {
  const queries = useQueryClient();
  const { doc } = usePlanSession();
  useEffect(() => {
    if (!isLookedAt) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const askAgain = () => {
      void queries.invalidateQueries({ queryKey: comparisonsOf(planId) });
      void queries.invalidateQueries({ queryKey: versionsQuery(planId).queryKey });
    };
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(askAgain, QUIET_MS);
    };
    doc.on("update", wait);
    return () => {
      clearTimeout(timer);
      doc.off("update", wait);
    };
  }, [queries, doc, planId, isLookedAt]);
}

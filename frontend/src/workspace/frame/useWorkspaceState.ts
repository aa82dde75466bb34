import { useNavigate } from "@tanstack/react-router";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { type Plan, useSession } from "../../api";
import { type Target, useEdits } from "../../collab";
import { formatTarget } from "../../form/places";
import { arriveAt } from "../places/arrival";
import { toolOf } from "../places/targets";
import type { Dialog, WorkspaceState } from "./workspaceContext";

/** What everything inside the frame of a plan shares. */
export function useWorkspaceState(planId: string, about: Plan | null): WorkspaceState {
  const session = useSession().data;
  const steps = useSteps();
  const ways = useWays(planId);
  const [dialog, show] = useState<Dialog | null>(null);
  return useMemo(
    () => ({
      planId,
      about,
      can: (right) => about?.can.includes(right) ?? false,
      isGuest: session?.kind === "guest",
      dialog,
      show,
      ...ways,
      ...steps,
    }),
    [planId, about, session, dialog, ways, steps],
  );
}

/** The ways around a plan. */
function useWays(planId: string): Pick<WorkspaceState, "goTo" | "goToTool"> {
  const navigate = useNavigate();
  const arriving = useRef<() => void>(() => {});
  useEffect(() => () => arriving.current(), []);

  const goToTool = useCallback(
    (toolKey: string, hash = "") =>
      void navigate({ to: "/plans/$planId/$toolKey", params: { planId, toolKey }, hash }),
    [navigate, planId],
  );

  const goTo = useCallback(
    (target: Target) => {
      const tool = toolOf(target.section);
      if (!tool) return;
      arriving.current();
      goToTool(tool.key, formatTarget(target));
      // A record opens, and a field takes the focus, by the address; a section is only come to.
      if (target.id === null && target.field === null) arriving.current = arriveAt(target.section);
    },
    [goToTool],
  );

  return useMemo(() => ({ goTo, goToTool }), [goTo, goToTool]);
}

function useSteps(): Pick<WorkspaceState, "undo" | "redo"> {
  const edits = useEdits();
  return useMemo(() => ({ undo: () => edits.undo(), redo: () => edits.redo() }), [edits]);
}

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { type Plan, planQuery } from "../api";
import { PlanSessionProvider, useConnection, usePlanSession } from "../collab";
import { Frame } from "./frame/Frame";
import { Skeleton } from "./frame/Skeleton";
import { Refused } from "./notices/Refused";
import { useEntrance } from "./places/entrance";
import { forgetPlansAbout, usePlanAbout } from "./planAbout";

interface WorkspaceProps {
  planId: string;
  /** A tool's key, `glance` or `bin`; when the address names none, the page the plan opens on. */
  toolKey: string | undefined;
}

/** One plan with everybody at it: the frame, the page in the middle, and what is opened beside it. */
export function Workspace({ planId, toolKey }: WorkspaceProps) {
  return (
    <PlanSessionProvider planId={planId}>
      <Seat planId={planId} toolKey={toolKey} />
    </PlanSessionProvider>
  );
}

/** What this person gets to see of the plan, or why they see nothing of it. */
export function Seat({ planId, toolKey }: WorkspaceProps) {
  // Words of the plan's fields are read all over the frame; here is where they are waited for.
  useTranslation(["workspace", "plan", "tools", "form", "collab", "pages", "shell"]);
  const connection = useConnection();
  const isRefused = connection.status === "refused";
  useEffect(() => {
    if (isRefused) forgetPlansAbout();
  }, [isRefused]);
  if (isRefused) return <Refused code={connection.code} message={connection.message} />;
  return <Opening planId={planId} toolKey={toolKey} />;
}

/** The plan, once the server, or the copy on this device, has given it. */
function Opening({ planId, toolKey }: WorkspaceProps) {
  const about = usePlanAbout(planId);
  const { ready } = usePlanSession();
  useFreshRights(planId);
  if (about.state === "refused") {
    const { code, detail, remedy } = about.problem;
    return <Refused code={code} message={detail} remedy={remedy} />;
  }
  if (!ready || about.state === "loading") return <Skeleton />;
  return <Opened planId={planId} about={about.about} toolKey={toolKey} />;
}

function Opened({ planId, about, toolKey }: WorkspaceProps & { about: Plan | null }) {
  return <Frame planId={planId} about={about} toolKey={useEntrance(toolKey)} />;
}

/** Asks again what this person may do when their role in the plan changes (W7). */
function useFreshRights(planId: string): void {
  const queries = useQueryClient();
  const role = usePlanSession().you?.role;
  const known = useRef(role);
  useEffect(() => {
    if (role !== undefined && known.current !== undefined && role !== known.current) {
      void queries.invalidateQueries({ queryKey: planQuery(planId).queryKey });
    }
    known.current = role;
  }, [queries, planId, role]);
}

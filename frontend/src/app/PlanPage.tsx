import { useParams } from "@tanstack/react-router";
import { Workspace } from "../workspace";

/** One plan; another plan is another workspace, another tool is not. */
export function PlanPage() {
  const { planId = "", toolKey } = useParams({ strict: false });
  return <Workspace key={planId} planId={planId} toolKey={toolKey} />;
}

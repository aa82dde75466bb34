import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { type Target, usePlanSession } from "../../collab";
import { formatTarget, useSection } from "../../form";

/** A link to a place of the plan, wherever it is; an address like any other, which can be opened beside. */
export function PlaceLink({ target, children }: { target: Target; children: ReactNode }) {
  const { planId } = usePlanSession();
  const { tool } = useSection(target.section);
  return (
    <Link to="/plans/$planId/$toolKey" params={{ planId, toolKey: tool }} hash={formatTarget(target)}>
      {children}
    </Link>
  );
}

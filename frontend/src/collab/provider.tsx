import { type JSX, type ReactNode, useEffect, useState } from "react";
import { connect } from "./connect";
import { PlanSessionContext } from "./context";
import { LiveSession } from "./session";

interface Seat {
  planId: string;
  /** Who is signed in, when the page knows it: somebody else's copy on this device is not shown then. */
  participant?: string;
  children: ReactNode;
}

/** Seats this person at a plan for as long as it is on the page. */
export function PlanSessionProvider(seat: Seat): JSX.Element {
  // Another plan is another session; the key makes React begin anew.
  return <Seated key={`${seat.planId} ${seat.participant}`} {...seat} />;
}

function Seated({ planId, participant, children }: Seat): JSX.Element {
  const [session] = useState(() => new LiveSession(planId));
  useEffect(() => connect(session, participant), [session, participant]);
  return <PlanSessionContext value={session}>{children}</PlanSessionContext>;
}

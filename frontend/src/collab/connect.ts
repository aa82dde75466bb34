import { PlanConnection } from "./connection";
import type { LiveSession } from "./session";
import { dialServer } from "./socketLink";

/** Connect a session to the server of this page; returns how to leave. */
export function connect(session: LiveSession, participant?: string): () => void {
  const connection = new PlanConnection(session, dialServer, participant);
  connection.start();
  return () => connection.stop();
}

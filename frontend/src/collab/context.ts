import { createContext, useContext } from "react";
import type { LiveSession } from "./session";

const Context = createContext<LiveSession | null>(null);

/** Gives a plan to what is inside: `<PlanSessionContext value={session}>`. */
export const PlanSessionContext = Context.Provider;

export function useLiveSession(): LiveSession {
  const session = useContext(Context);
  if (session === null) throw new Error("This is only shown inside a plan: wrap it in PlanSessionProvider.");
  return session;
}

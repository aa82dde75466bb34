import type { Session } from "../api";

/** For whom a page is. */
export type Audience = "anyone" | "newcomer" | "setup" | "member" | "owner" | "seat";

/** Where somebody is sent instead; `next` is where they wanted to go, `onward` leads there once they may. */
export type Way =
  | { to: "/" }
  | { to: "/setup" }
  | { to: "sign-in"; next: string }
  | { to: "onward" }
  | { to: "plan"; id: string };

/**
 * Returns where to send somebody who opens a page that is not for them, or null when it is. Pure.
 *
 * This keeps people from pages that would only show them refusals; what they may do is the server's decision.
 */
export function wayFor(session: Session, audience: Audience, here: string): Way | null {
  if (session.kind === "setup") return audience === "setup" ? null : { to: "/setup" };
  switch (audience) {
    case "anyone":
      return null;
    case "setup":
      return { to: "/" };
    case "newcomer":
      return session.kind === "member" ? { to: "onward" } : null;
    case "seat":
      return session.kind === "nobody" ? { to: "sign-in", next: here } : null;
    case "owner":
      return session.kind === "member" && !session.is_owner ? { to: "/" } : wayOfMembers(session, here);
    case "member":
      return wayOfMembers(session, here);
  }
}

function wayOfMembers(session: Session, here: string): Way | null {
  if (session.kind === "guest") return { to: "plan", id: session.plan.id };
  return session.kind === "nobody" ? { to: "sign-in", next: here } : null;
}

/** The page to go on to after signing in; only ever one of this site. */
export function safeNext(next: string | undefined): string {
  return next && /^\/(?![/\\])/.test(next) ? next : "/";
}

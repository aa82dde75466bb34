import type { components } from "./api.generated";
import type { JoinCode, Session } from "./types";

type Schemas = components["schemas"];

/** The session as a kind of its own each: the wire says with nulls what does not apply. */
export function readSession(answer: Schemas["SessionAnswer"]): Session {
  const { kind, company, participant, name, department, email, is_owner, plan } = answer;
  const person = { company, participant: participant ?? "", name: name ?? "", department: department ?? "" };
  if (kind === "guest" && plan) return { kind, ...person, plan };
  if (kind === "member") return { kind, ...person, email: email ?? "", is_owner: is_owner ?? false };
  return { kind: kind === "setup" ? "setup" : "nobody", company };
}

/** A join code with everything that goes with it, or none. */
export function readJoinCode({ code, link, qr_svg, expires_at }: Schemas["JoinCodeAnswer"]): JoinCode {
  if (code === null || link === null || qr_svg === null || expires_at === null) return { code: null };
  return { code, link, qr_svg, expires_at };
}

import type { Right, Role } from "../../api";

const BY_ROLE: Readonly<Record<Role, readonly Right[]>> = {
  viewer: ["read"],
  participant: ["read", "edit", "comment"],
  facilitator: ["read", "edit", "comment", "export", "manage"],
  owner: ["read", "edit", "comment", "export", "manage", "remove", "administer"],
};

/** Whether a role lets somebody do something with an account: what to offer; the server decides what to accept. */
export function lets(role: Role, right: Right): boolean {
  return BY_ROLE[role].includes(right);
}

/** Every role, from the least to the most. */
export const ROLES: readonly Role[] = ["viewer", "participant", "facilitator", "owner"];

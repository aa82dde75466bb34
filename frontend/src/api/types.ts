import type { components } from "./api.generated";

type Schemas = components["schemas"];

export type Role = Schemas["RoleGiven"]["role"];

/** What a role lets somebody do; decided on the server alone (`server/access.py`). */
export type Right = "read" | "edit" | "comment" | "export" | "manage" | "remove" | "administer" | "install";

/** Who sits at this browser; the server's answer, told apart by `kind`. */
export type Session = NobodySession | GuestSession | MemberSession;

/** Nobody is signed in, or (`setup`) nobody owns the installation yet. */
export interface NobodySession {
  kind: "setup" | "nobody";
  company: string;
}

export interface GuestSession {
  kind: "guest";
  company: string;
  participant: string;
  name: string;
  department: string;
  plan: { id: string; title: string };
}

export interface MemberSession {
  kind: "member";
  company: string;
  participant: string;
  name: string;
  department: string;
  email: string;
  is_owner: boolean;
}

export type Company = Schemas["CompanyAnswer"];
export type Member = Schemas["MemberAnswer"];
export type MemberChange = Schemas["MemberChange"];
export type Guest = Schemas["GuestAnswer"];
export type Invitation = Schemas["InvitationAnswer"];
export type NewInvitation = Schemas["NewInvitation"];
export type PlanInList = Schemas["PlanLineAnswer"];
export type Account = Schemas["AccountAnswer"];
export type AccountMember = Schemas["AccountMemberAnswer"];
export type PlanFacts = Schemas["NewPlan"];
export type PlanPeople = Schemas["PeopleAnswer"];
export type Plan = Omit<Schemas["PlanAnswer"], "can"> & { can: Right[] };

/** A plan's open door, or a closed one. */
export type JoinCode = { code: null } | { code: string; link: string; qr_svg: string; expires_at: string };

/** What somebody holding a join code is about to join. */
export type JoinInvitation = Schemas["JoinGreetingAnswer"];

export type Audience = Schemas["NewExport"]["audience"];

export type Export = Omit<Schemas["ExportAnswer"], "state"> & {
  state: "waiting" | "rendering" | "ready" | "failed";
};

export type Credentials = Schemas["Credentials"];
export type SetUp = Schemas["FirstOwner"];
export type Acceptance = Schemas["Acceptance"];
export type Joining = Schemas["NewcomerSays"];
export type PersonChange = Schemas["OwnPerson"];

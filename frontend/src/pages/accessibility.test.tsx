import { screen } from "@testing-library/react";
import axe from "axe-core";
import { expect, test } from "vitest";
import { fakeServer } from "../app/testing/fakeServer";
import { visit } from "../app/testing/onScreen";

const NOBODY = {
  kind: "nobody",
  company: "Lakeside Systems",
  participant: null,
  name: null,
  department: null,
  email: null,
  is_owner: null,
  plan: null,
};
const OWNER = {
  ...NOBODY,
  kind: "member",
  participant: "m1",
  name: "Ana Ruiz",
  department: "Sales",
  email: "ana@lakeside.example",
  is_owner: true,
};
const MEMBER = { id: "m1", name: "Ana Ruiz", department: "Sales", email: "ana@lakeside.example" };
const PLAN = {
  id: "p1",
  title: "Plan 2027",
  starts_on: "2027-01-01",
  ends_on: "2027-12-31",
  changed_at: "2026-10-01T10:00:00.000Z",
  people_now: 2,
  removed_at: null,
};
const ACCOUNT = {
  id: "a1",
  name: "Northlake Hospitals",
  has_logo: true,
  role: "owner",
  plans: [PLAN],
  removed_plans: [{ ...PLAN, id: "p2" }],
};
const ROUTES = {
  "GET /api/accounts": () => [ACCOUNT],
  "GET /api/accounts?removed=true": () => [],
  "GET /api/accounts/a1": () => ACCOUNT,
  "GET /api/accounts/a1/members": () => [{ ...MEMBER, role: "owner" }],
  "GET /api/members": () => [{ ...MEMBER, is_owner: true, deactivated: false }],
  "GET /api/invitations": () => [],
  "GET /api/guests": () => ({ guests: [], next: null }),
  "GET /api/audit": () => ({
    entries: [
      {
        id: 7,
        at: "2026-10-01T10:00:00.000Z",
        deed: "exported",
        by: { id: "m1", name: "Ana Ruiz" },
        about: null,
        account: { id: "a1", name: "Northlake Hospitals" },
        plan: { id: "p1", name: "Plan 2027" },
        detail: "pdf customer",
      },
    ],
    next: null,
  }),
  "GET /api/company": () => ({ company: "Lakeside Systems", has_logo: true }),
  "POST /api/join/look": () => ({ plan_title: "Plan 2027", account_name: "Northlake", company: "Lakeside" }),
  "POST /api/invitations/look": () => ({ email: "a@b.c", name: "", department: "", company: "Lakeside" }),
};

/** Contrast and what is covered by what need a real layout, which the end-to-end tests have. */
const WITHOUT_LAYOUT = { "color-contrast": { enabled: false }, "target-size": { enabled: false } };

test.each([
  ["/", OWNER, "Accounts"],
  ["/accounts/a1", OWNER, "Northlake Hospitals"],
  ["/members", OWNER, "Members"],
  ["/settings", OWNER, "Settings"],
  ["/audit", OWNER, "Audit log"],
  ["/sign-in", NOBODY, "Sign in"],
  ["/setup#token", { ...NOBODY, kind: "setup" }, "Set up Tavolo"],
  ["/join", NOBODY, "Join a workshop"],
  ["/join/ABCD2345", NOBODY, "Northlake"],
])("nothing is in the way of assistive technology on %s", async (address, session, heading) => {
  fakeServer({ "GET /api/session": () => session, ...ROUTES });
  window.location.hash = new URL(address, "http://tavolo.test").hash;
  visit(address);
  await screen.findByRole("heading", { name: heading, level: 1 });
  document.documentElement.lang = "en";
  const { violations } = await axe.run(document, { rules: WITHOUT_LAYOUT });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
});

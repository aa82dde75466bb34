import { describe, expect, test } from "vitest";
import type { GuestSession, MemberSession, Session } from "../api";
import { safeNext, wayFor } from "./guards";

const PERSON = { company: "Lakeside Systems", participant: "p", name: "Ana", department: "Sales" };
const OWNER: MemberSession = { kind: "member", ...PERSON, email: "ana@lakeside.example", is_owner: true };
const MEMBER: MemberSession = { ...OWNER, is_owner: false };
const GUEST: GuestSession = { kind: "guest", ...PERSON, plan: { id: "plan-1", title: "Plan 2027" } };
const NOBODY: Session = { kind: "nobody", company: "Lakeside Systems" };
const SETUP: Session = { kind: "setup", company: "" };

describe("who may open a page", () => {
  test("before the set-up everything leads to it", () => {
    for (const audience of ["anyone", "newcomer", "member", "owner", "seat"] as const) {
      expect(wayFor(SETUP, audience, "/x")).toEqual({ to: "/setup" });
    }
    expect(wayFor(SETUP, "setup", "/setup")).toBeNull();
  });

  test("after the set-up its page leads home", () => {
    expect(wayFor(NOBODY, "setup", "/setup")).toEqual({ to: "/" });
  });

  test("nobody signs in first and is remembered where they wanted to go", () => {
    expect(wayFor(NOBODY, "member", "/accounts/a")).toEqual({ to: "sign-in", next: "/accounts/a" });
    expect(wayFor(NOBODY, "owner", "/members")).toEqual({ to: "sign-in", next: "/members" });
    expect(wayFor(NOBODY, "seat", "/plans/p")).toEqual({ to: "sign-in", next: "/plans/p" });
  });

  test("anyone may join and open an invitation", () => {
    for (const session of [NOBODY, GUEST, MEMBER]) expect(wayFor(session, "anyone", "/join")).toBeNull();
  });

  test("a guest sees their plan and nothing of the company", () => {
    expect(wayFor(GUEST, "member", "/")).toEqual({ to: "plan", id: "plan-1" });
    expect(wayFor(GUEST, "owner", "/members")).toEqual({ to: "plan", id: "plan-1" });
    expect(wayFor(GUEST, "seat", "/plans/plan-1")).toBeNull();
  });

  test("a guest may sign in as a member, a member need not", () => {
    expect(wayFor(GUEST, "newcomer", "/sign-in")).toBeNull();
    expect(wayFor(MEMBER, "newcomer", "/sign-in")).toEqual({ to: "onward" });
  });

  test("only an owner sees the members", () => {
    expect(wayFor(MEMBER, "owner", "/members")).toEqual({ to: "/" });
    expect(wayFor(OWNER, "owner", "/members")).toBeNull();
  });
});

describe("where one goes on to after signing in", () => {
  test("is an address of this site", () => {
    expect(safeNext("/plans/p/actions?x=1")).toBe("/plans/p/actions?x=1");
  });

  test.each([
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "javascript:alert(1)",
    "",
    undefined,
  ])("is home when %s is not one", (next) => expect(safeNext(next)).toBe("/"));
});

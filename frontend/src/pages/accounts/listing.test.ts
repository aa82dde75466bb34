import { describe, expect, test } from "vitest";
import type { Account, PlanInList } from "../../api";
import { accountsWith, inOrder, plansInOrder, removedPlans } from "./listing";
import { lastDay, usualStart } from "./period";
import { readPlanFile } from "./planDocument";

function aPlan(title: string, changed_at = "2026-01-01T00:00:00.000Z", starts_on = "2026-01-01"): PlanInList {
  return { id: title, title, starts_on, ends_on: "2028-12-31", changed_at, people_now: 0, removed_at: null };
}

function anAccount(name: string, plans: PlanInList[] = []): Account {
  return { id: name, name, has_logo: false, role: "owner", plans, removed_plans: [] };
}

const names = (accounts: Account[]) => accounts.map(({ name }) => name);

describe("searching the accounts", () => {
  const accounts = [
    anAccount("Northlake Hospitals", [aPlan("Plan 2027"), aPlan("Turnaround")]),
    anAccount("Vesta Foods", [aPlan("Plan 2026")]),
  ];

  test("finds an account by any words of its name, with all its plans", () => {
    expect(accountsWith(accounts, "hosp  north")).toEqual([accounts[0]]);
  });

  test("finds an account by a plan and shows that plan only", () => {
    const [found] = accountsWith(accounts, "turn");
    expect(found?.plans.map(({ title }) => title)).toEqual(["Turnaround"]);
  });

  test("finds a plan by the words of both", () => {
    expect(names(accountsWith(accounts, "vesta 2026"))).toEqual(["Vesta Foods"]);
  });

  test("finds everything without words and nothing with wrong ones", () => {
    expect(accountsWith(accounts, " ")).toHaveLength(2);
    expect(accountsWith(accounts, "zebra")).toEqual([]);
  });
});

describe("the order of accounts", () => {
  const old = anAccount("Zeta", [
    aPlan("a", "2026-01-01T00:00:00.000Z"),
    aPlan("b", "2026-03-01T00:00:00.000Z"),
  ]);
  const fresh = anAccount("Mid", [aPlan("c", "2026-10-01T00:00:00.000Z")]);
  const bare = anAccount("alpha");

  test("by change has the latest first and those without a plan last", () => {
    expect(names(inOrder([bare, old, fresh], "changed", "en"))).toEqual(["Mid", "Zeta", "alpha"]);
  });

  test("by name does not tell capitals apart", () => {
    expect(names(inOrder([old, fresh, bare], "name", "en"))).toEqual(["alpha", "Mid", "Zeta"]);
  });

  test("of plans has the one that starts last first", () => {
    const plans = [aPlan("old", undefined, "2024-01-01"), aPlan("new", undefined, "2027-01-01")];
    expect(plansInOrder(plans).map(({ title }) => title)).toEqual(["new", "old"]);
  });
});

describe("an account's bin", () => {
  test("holds what was removed just now once, and nothing that came back", () => {
    const [gone, listed, back] = [aPlan("gone"), aPlan("listed"), aPlan("back")];
    const account = { ...anAccount("A", [back]), removed_plans: [listed] };
    expect(removedPlans(account, [gone, listed, back])).toEqual([gone, listed]);
  });
});

describe("what a plan covers", () => {
  test.each([
    ["2027-01-01", 3, "2029-12-31"],
    ["2027-04-01", 1, "2028-03-31"],
    ["2024-02-29", 1, "2025-02-28"],
  ])("from %s for %i years is until %s", (startsOn, years, last) =>
    expect(lastDay(startsOn, years)).toBe(last),
  );

  test("starts with the year that comes next from July on", () => {
    expect(usualStart(new Date(2026, 5, 30))).toBe("2026-01-01");
    expect(usualStart(new Date(2026, 6, 1))).toBe("2027-01-01");
  });
});

describe("a file to import", () => {
  test("is read as a document", async () => {
    expect(await readPlanFile(new Blob(['{"title": "Plan"}']))).toEqual({
      kind: "document",
      document: { title: "Plan" },
    });
  });

  test.each(["PK not json", "[1, 2]", '"text"', "null"])("holding %s is none", async (text) => {
    expect(await readPlanFile(new Blob([text]))).toEqual({ kind: "not_json" });
  });
});

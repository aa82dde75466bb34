import { describe, expect, test } from "vitest";
import type { Finding, Row, Value } from "../../collab";
import { countActions } from "./actionCounts";
import { nextDates } from "./nextDates";
import { progressOf, standing } from "./objectiveProgress";
import { together } from "./together";
import { toWin } from "./toWin";

const TODAY = "2026-11-21";

function row(id: string, values: Record<string, Value>): Row {
  return { id, order: id, removed: null, values };
}

describe("actions by state", () => {
  test("count what is alive; what nobody has said anything of is still to do", () => {
    const rows = [
      row("a", { status: "doing", due: "2026-11-01" }),
      row("b", { status: null, due: "2026-10-01" }),
      row("c", { status: "done", due: "2026-10-01" }),
      row("d", { status: "dropped", due: "2026-10-01" }),
      row("e", { status: "blocked" }),
    ];
    const counts = countActions(rows, TODAY);
    expect(counts.by).toEqual({ to_do: 1, doing: 1, blocked: 1, done: 1 });
    expect(counts.total).toBe(4);
    expect(counts.overdue.map(({ id }) => id)).toEqual(["b", "a"]);
    expect(counts.blocked.map(({ id }) => id)).toEqual(["e"]);
  });
});

describe("next dates", () => {
  test("come from every tool, the soonest first, without what is over or too far away", () => {
    const plan: Record<string, Row[]> = {
      actions: [
        row("late", { due: "2026-11-20" }),
        row("soon", { due: "2026-12-01" }),
        row("done", { due: "2026-12-01", status: "done" }),
        row("far", { due: "2026-12-22" }),
      ],
      executive_pairs: [row("pair", { next_on: "2026-11-21" })],
      white_space: [row("cell", { ends_on: "2026-12-21", status: "competitor" })],
    };
    const found = nextDates((section) => plan[section] ?? [], TODAY, 30);
    expect(found.map(({ day, kind, target }) => [day, kind, target.id])).toEqual([
      ["2026-11-21", "meeting", "pair"],
      ["2026-12-01", "action", "soon"],
      ["2026-12-21", "contract", "cell"],
    ]);
  });
});

describe("an objective's progress", () => {
  test("is how far its figure has come, also when less is better", () => {
    const goal = row("o", { baseline: 40, target: 20, current: 35, unit: "min" });
    expect(progressOf(goal, [])).toEqual({
      by: "figure",
      share: 0.25,
      current: 35,
      target: 20,
      unit: "min",
    });
  });

  test("is that of its actions while no figure says more, and nothing without any", () => {
    const actions = [row("a", { status: "done" }), row("b", { status: "doing" })];
    expect(progressOf(row("o", { target: 20 }), actions)).toEqual({ by: "actions", done: 1, total: 2 });
    expect(progressOf(row("o", {}), [])).toEqual({ by: "nothing" });
  });

  test("a dropped objective is left out, a reached one comes last", () => {
    const rows = [
      row("r", { status: "reached" }),
      row("d", { status: "dropped" }),
      row("u", { status: null }),
    ];
    expect(standing(rows).map(({ id }) => id)).toEqual(["u", "r"]);
  });
});

describe("departments and regions", () => {
  const nobody = { shared: 0, pairs: [], contributions: [], areas: [], area_groups: [] };

  test("those who share nothing are named, a single department is not blamed", () => {
    const sales = { name: "Sales", members: 2, actions: 4, shared: 0 };
    const service = { name: "Service", members: 1, actions: 4, shared: 2 };
    const idle = { name: "Legal", members: 1, actions: 0, shared: 0 };
    const both = together({ ...nobody, departments: [service, sales, idle] });
    expect(both.working).toEqual([sales, service]);
    expect(both.alone).toEqual([sales]);
    expect(together({ ...nobody, departments: [sales] }).alone).toEqual([]);
  });
});

describe("who must be won", () => {
  const people = [
    row("cfo", { power: 5 }),
    row("coo", { power: 4 }),
    row("ceo", { power: 5 }),
    row("friend", { power: 5 }),
  ];
  const way = (to: string) => ({ to, chance: 0.5, steps: [], words: `Ana → ${to}` });
  const finding = (code: string, where: string): Finding => ({
    code,
    where,
    values: {},
    severity: "must",
    mend: [],
    aside: null,
  });

  test("whom we do not reach comes first, then with whom nobody is in touch, then by power", () => {
    const found = toWin(
      [way("coo"), way("cfo")],
      [
        finding("decider_unreached", "stakeholders/ceo"),
        finding("decider_uncovered", "stakeholders/coo"),
        finding("executive_pair_missing", "stakeholders/friend"),
      ],
      people,
    );
    expect(found.map(({ person, touch }) => [person.id, touch])).toEqual([
      ["ceo", "unreached"],
      ["coo", "uncovered"],
      ["cfo", "covered"],
    ]);
  });
});

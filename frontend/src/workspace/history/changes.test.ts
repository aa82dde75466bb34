import { expect, it } from "vitest";
import { byTool, changedRecords, countsOf, countWithin, fieldChanges, narrowed } from "./changes";
import { effectsOf, restoringOf } from "./effects";
import { BEN, BOARD, CAME, change, DAILY, GIVEN, GONE, MOVED, renew } from "./testing/pastPlan";

const LOST = change({
  code: "objective_lost_actions",
  where: "objectives/objective-00000000001",
  values: { title: "One patient record" },
  by: [],
});
const BACK = change({ code: "restored", where: "risks/risk-0000000000000002", by: [] });
const ALL = [MOVED, GIVEN, GONE, CAME, BACK, LOST];

const since = (to: typeof BOARD | null = null) => ({
  from: BOARD,
  to,
  changes: ALL,
  counts: { added: 1, removed: 1, restored: 1, changed: 1 },
  leftOut: 0,
});

it("the changes of one record are told together, with everybody who had a part in it", () => {
  const [first] = changedRecords(ALL);
  expect(first).toMatchObject({ key: `actions/${renew}`, title: "Renew licence", kind: "changed" });
  expect(first?.changes).toEqual([MOVED, GIVEN]);
  expect(first?.by.map(({ name }) => name)).toEqual(["Mei Lin", "Ben Okafor"]);
});

it("tools come in the order of the plan, not in that of the changes", () => {
  expect(byTool(changedRecords([CAME, LOST, GONE])).map(([tool]) => tool)).toEqual([
    "objectives",
    "actions",
    "risks",
  ]);
});

it("a record that is only affected by others is listed and not counted", () => {
  expect(changedRecords([LOST])[0]?.kind).toBe("affected");
  expect(countsOf(changedRecords(ALL))).toEqual({ added: 1, removed: 1, restored: 1, changed: 1 });
});

it("a record whose fields changed as well is told as what became of the whole", () => {
  const mended = change({ where: BACK.where.concat("/impact"), by: [BEN] });
  expect(changedRecords([mended, BACK]).map(({ kind }) => kind)).toEqual(["restored"]);
});

it("with a person, only what they had a part in is left", () => {
  const theirs = narrowed(ALL, { tool: "", person: BEN.participant });
  expect(theirs.flatMap(({ changes }) => changes)).toEqual([GIVEN, GONE]);
});

it("fields are marked only while a version is compared with now", () => {
  expect([...fieldChanges(since()).keys()]).toEqual([MOVED.where, GIVEN.where]);
  expect(fieldChanges(since(DAILY)).size).toBe(0);
  expect(countWithin(fieldChanges(since()), { section: "actions", id: renew, field: null })).toBe(2);
});

it("restoring bins what came since, also what came back out of the bin", () => {
  expect(effectsOf(since(), { of: "plan" })).toEqual({ changed: 1, binned: 2, back: 1 });
  expect(effectsOf(since(), { of: "tool", tool: "actions" })).toEqual({ changed: 1, binned: 0, back: 1 });
  const record = { of: "record", key: `actions/${renew}`, title: "" } as const;
  expect(effectsOf(since(), record)).toEqual({ changed: 1, binned: 0, back: 0 });
});

it("the server is asked for a tool, a record, or a section that is one record", () => {
  expect(restoringOf("v", { of: "tool", tool: "risks" })).toEqual({ version: "v", tool: "risks" });
  expect(restoringOf("v", { of: "record", key: `actions/${renew}`, title: "" })).toEqual({
    version: "v",
    section: "actions",
    record: renew,
  });
  expect(restoringOf("v", { of: "record", key: "charter", title: "" })).toEqual({
    version: "v",
    section: "charter",
  });
});

import { expect, test } from "vitest";
import { actionOf } from "../action/action";
import { arrowsOf } from "./arrows";
import { scaleOf } from "./days";
import { groupActions, linesOf } from "./lines";

function action(id: string, values: Record<string, string | string[] | null>) {
  return actionOf({ id, order: id, removed: null, values: { title: id, ...values } });
}

test("groups come in the plan's order; what has no objective, or a removed one, comes last", () => {
  const actions = [
    action("a", { objective: "second" }),
    action("b", { objective: null }),
    action("c", { objective: "first" }),
    action("d", { objective: "removed" }),
  ];
  const groups = groupActions(actions, "objective", ["first", "second", "empty"]);
  expect(groups.map(({ key, actions: held }) => [key, held.map(({ id }) => id)])).toEqual([
    ["first", ["c"]],
    ["second", ["a"]],
    ["", ["b", "d"]],
  ]);
});

test("of a closed group only the head takes a line", () => {
  const groups = groupActions([action("a", {}), action("b", { owner: "ana" })], "owner", ["ana"]);
  expect(linesOf(groups, new Set(["ana"])).map(({ kind }) => kind)).toEqual(["group", "group", "action"]);
});

test("an arrow runs to who waits, says when they begin too early, and needs both ends on the drawing", () => {
  const first = action("a", { start: "2027-01-01", due: "2027-01-31" });
  const late = action("b", { start: "2027-01-15", due: "2027-02-28", depends_on: ["a", "b", "gone"] });
  const fine = action("c", { start: "2027-02-01", due: null, depends_on: ["a"] });
  const undated = action("d", { depends_on: ["a"] });
  const lines = linesOf(groupActions([first, late, fine, undated], "owner", []), new Set());
  const scale = scaleOf({ first: "2027-01-01", last: "2027-12-31" }, "months", 0);
  expect(arrowsOf(lines, scale, 32).map(({ from, to, isLate }) => [from, to, isLate])).toEqual([
    ["a", "b", true],
    ["a", "c", false],
  ]);
});

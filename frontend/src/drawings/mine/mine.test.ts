import { expect, test } from "vitest";
import { actionOf } from "../action/action";
import { memberOf, mineBySpan, spanOf } from "./mine";

/** A Wednesday. */
const TODAY = "2027-03-03";

function member(id: string, name: string, email: string | null = null) {
  return { id, order: id, removed: null, values: { name, email } };
}

function action(id: string, values: Record<string, string | string[] | null>) {
  return actionOf({ id, order: id, removed: null, values: { title: id, owner: "me", ...values } });
}

test("an e-mail tells who sits here, whatever they are called", () => {
  const team = [member("a", "Mei", "mei@meridian.example"), member("b", "Mei Lin")];
  expect(memberOf(team, { name: "Mei Lin", email: "MEI@meridian.example " })).toBe("a");
});

test("without an e-mail of theirs the name does, in any spelling of it", () => {
  const team = [member("a", "José Pérez", "jose@meridian.example"), member("b", "Mei Lin")];
  expect(memberOf(team, { name: " jose perez", email: "other@meridian.example" })).toBe("a");
  expect(memberOf(team, { name: "Mei", email: null })).toBeNull();
});

test("of two people of one name nobody is taken for the other", () => {
  expect(memberOf([member("a", "Mei"), member("b", "mei")], { name: "Mei", email: null })).toBeNull();
});

test.each([
  ["2027-03-02", "overdue"],
  ["2027-03-03", "week"],
  ["2027-03-07", "week"],
  ["2027-03-08", "month"],
  ["2027-04-02", "month"],
  ["2027-04-03", "later"],
])("what is due on %s is shown under %s", (due, span) => {
  expect(spanOf(action("a", { due }), TODAY)).toBe(span);
});

test("on a Sunday the week ends today", () => {
  expect(spanOf(action("a", { due: "2027-03-08" }), "2027-03-07")).toBe("month");
});

test("what was done lately is shown, what was done long ago or dropped is not", () => {
  expect(spanOf(action("a", { status: "done", done_on: "2027-02-20" }), TODAY)).toBe("done");
  expect(spanOf(action("a", { status: "done", done_on: "2026-02-20" }), TODAY)).toBeNull();
  expect(spanOf(action("a", { status: "dropped", due: "2027-03-03" }), TODAY)).toBeNull();
});

test("mine is what I own and what I help with, the earliest first", () => {
  const actions = [
    action("later", { due: "2027-03-06" }),
    action("sooner", { due: "2027-03-04", owner: "other", helpers: ["me"] }),
    action("theirs", { due: "2027-03-04", owner: "other" }),
    action("someday", {}),
  ];
  const found = mineBySpan(actions, "me", TODAY).map(({ span, actions: held }) => [
    span,
    held.map(({ id }) => id),
  ]);
  expect(found).toEqual([
    ["week", ["sooner", "later"]],
    ["undated", ["someday"]],
  ]);
});

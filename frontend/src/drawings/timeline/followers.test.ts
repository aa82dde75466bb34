import { expect, test } from "vitest";
import { addDays } from "../../form";
import { type Action, actionOf } from "../action/action";
import { followersOf } from "./followers";

function action(
  id: string,
  start: string | null,
  due: string | null,
  waitsFor: string[] = [],
  status = "to_do",
) {
  const values = { title: id, start, due, depends_on: waitsFor, status };
  return actionOf({ id, order: id, removed: null, values });
}

function follow(before: string, ...actions: Action[]) {
  return Object.fromEntries(followersOf(actions, "a", { start: "2027-01-01", due: before }));
}

test("who would begin too early follows, and so does who waits for them", () => {
  const pushed = follow(
    "2027-01-31",
    action("a", "2027-01-11", "2027-02-10"),
    action("b", "2027-02-01", "2027-02-15", ["a"]),
    action("c", "2027-02-16", "2027-02-20", ["b"]),
  );
  expect(pushed).toEqual({
    b: { start: "2027-02-11", due: "2027-02-25" },
    c: { start: "2027-02-26", due: "2027-03-02" },
  });
});

test("who has time enough stays, and shields those behind them", () => {
  const pushed = follow(
    "2027-01-31",
    action("a", "2027-01-11", "2027-02-10"),
    action("b", "2027-03-01", "2027-03-15", ["a"]),
    action("c", "2027-03-16", null, ["b"]),
  );
  expect(pushed).toEqual({});
});

test("what overlapped before the move was meant to and stays", () => {
  expect(
    follow("2027-01-31", action("a", null, "2027-02-10"), action("b", "2027-01-15", "2027-02-15", ["a"])),
  ).toEqual({});
});

test("of two things that somebody waits for the later one counts", () => {
  const pushed = follow(
    "2027-01-31",
    action("a", null, "2027-02-10"),
    action("b", "2027-02-01", "2027-02-05", ["a"]),
    action("c", "2027-02-06", "2027-02-08", ["a", "b"]),
  );
  expect(pushed.c).toEqual({ start: "2027-02-16", due: "2027-02-18" });
});

test("what is done or has no dates stays, and an action with only a due date follows with it", () => {
  const pushed = follow(
    "2027-01-31",
    action("a", null, "2027-02-10"),
    action("b", "2027-02-01", "2027-02-05", ["a"], "done"),
    action("c", null, null, ["a"]),
    action("d", null, "2027-02-03", ["a"]),
  );
  expect(pushed).toEqual({ d: { start: null, due: "2027-02-11" } });
});

test("actions that wait for each other end the search and stay where they are", () => {
  const pushed = follow(
    "2027-01-31",
    action("a", null, "2027-02-10", ["c"]),
    action("b", "2027-02-01", "2027-02-05", ["a", "d"]),
    action("c", "2027-02-06", "2027-02-08", ["b"]),
    action("d", "2027-02-06", "2027-02-08", ["b"]),
    action("e", "2027-02-01", "2027-02-02", ["a", "e"]),
  );
  expect(pushed).toEqual({});
});

test("an action in the middle of a circle back to the moved one still follows it", () => {
  const pushed = follow(
    "2027-01-31",
    action("a", null, "2027-02-10", ["b"]),
    action("b", "2027-02-01", "2027-02-05", ["a"]),
  );
  expect(pushed).toEqual({ b: { start: "2027-02-11", due: "2027-02-15" } });
});

test("two hundred in a chain follow one another", () => {
  const chain = Array.from({ length: 200 }, (_, at) => {
    const due = at === 0 ? "2027-02-10" : addDays("2027-01-31", at);
    return action(at === 0 ? "a" : `n${at}`, null, due, at > 1 ? [`n${at - 1}`] : at === 1 ? ["a"] : []);
  });
  const pushed = follow("2027-01-31", ...chain);
  expect(Object.keys(pushed)).toHaveLength(199);
  expect(pushed.n199).toEqual({ start: null, due: addDays("2027-02-10", 199) });
});

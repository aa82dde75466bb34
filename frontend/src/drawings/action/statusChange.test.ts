import { expect, test } from "vitest";
import type { Row } from "../../collab";
import { actionOf } from "./action";
import { changesWith, isOverdue } from "./statusChange";

const TODAY = "2027-03-01";

function action(values: Row["values"]) {
  return actionOf({ id: "a", order: "a", removed: null, values });
}

test("done means today and all of it", () => {
  const change = changesWith(action({ status: "doing", progress: 40 }), "done", TODAY);
  expect(change).toEqual({ status: "done", done_on: TODAY, progress: 100 });
});

test("what comes back from done has no day on which it was finished and is not all done", () => {
  const done = action({ status: "done", progress: 100, done_on: "2027-02-01" });
  expect(changesWith(done, "doing", TODAY)).toEqual({ status: "doing", done_on: null, progress: null });
});

test("a progress that somebody gave stays when an action comes back from done", () => {
  const done = action({ status: "done", progress: 80 });
  expect(changesWith(done, "doing", TODAY)).toEqual({ status: "doing", done_on: null });
});

test("between other statuses nothing else changes", () => {
  expect(changesWith(action({ status: "doing", progress: 40 }), "blocked", TODAY)).toEqual({
    status: "blocked",
  });
});

test("only what is not over can be overdue, and not on its day", () => {
  expect(isOverdue(action({ due: "2027-02-28" }), TODAY)).toBe(true);
  expect(isOverdue(action({ due: TODAY }), TODAY)).toBe(false);
  expect(isOverdue(action({ due: "2027-02-28", status: "dropped" }), TODAY)).toBe(false);
  expect(isOverdue(action({ due: "no day" }), TODAY)).toBe(false);
});

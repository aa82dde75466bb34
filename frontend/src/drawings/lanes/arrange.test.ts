import { expect, test } from "vitest";
import type { Row } from "../../collab";
import { fillLanes, neighbourOf, stepTo } from "./arrange";

const LANES = [
  { key: "to_do", label: "To do" },
  { key: "doing", label: "Doing" },
  { key: "done", label: "Done" },
  { key: "", label: "None" },
];

function card(id: string, status: string | null): Row {
  return { id, order: id, removed: null, values: { status } };
}

function laid(...rows: Row[]) {
  return fillLanes(LANES, rows, (row) => String(row.values.status ?? ""));
}

test("cards keep the plan's order in their lanes, and empty lanes stay", () => {
  const lanes = laid(card("a", "to_do"), card("b", "done"), card("c", "to_do"));
  expect(lanes.map(({ key, rows }) => [key, rows.map(({ id }) => id)])).toEqual([
    ["to_do", ["a", "c"]],
    ["doing", []],
    ["done", ["b"]],
  ]);
});

test("what has no lane, or one that nobody knows, lies in the last lane, which shows only then", () => {
  const lanes = laid(card("a", null), card("b", "someday"));
  expect(lanes.at(-1)).toMatchObject({ key: "", rows: [{ id: "a" }, { id: "b" }] });
});

test("arrows go up and down a lane, and sideways to the same height, over empty lanes", () => {
  const lanes = laid(card("a", "to_do"), card("b", "to_do"), card("c", "done"));
  expect(neighbourOf(lanes, "a", "down")).toBe("b");
  expect(neighbourOf(lanes, "b", "down")).toBeNull();
  expect(neighbourOf(lanes, "b", "right")).toBe("c");
  expect(neighbourOf(lanes, "c", "left")).toBe("a");
  expect(neighbourOf(lanes, "gone", "left")).toBeNull();
});

test("a card steps before the one above it and behind the one below it", () => {
  const lanes = laid(card("a", "to_do"), card("b", "to_do"));
  expect(stepTo(lanes, "b", "up")).toEqual({ lane: "to_do", place: { before: "a" } });
  expect(stepTo(lanes, "a", "down")).toEqual({ lane: "to_do", place: { after: "b" } });
  expect(stepTo(lanes, "a", "up")).toBeNull();
});

test("a card steps sideways to the same height, to the end of a shorter lane, or into an empty one", () => {
  const lanes = laid(card("a", "to_do"), card("b", "to_do"), card("c", "done"));
  expect(stepTo(lanes, "a", "right")).toEqual({ lane: "doing", place: null });
  expect(stepTo(lanes, "c", "left")).toEqual({ lane: "doing", place: null });
  const side = laid(card("a", "to_do"), card("b", "to_do"), card("c", "doing"));
  expect(stepTo(side, "a", "right")).toEqual({ lane: "doing", place: { before: "c" } });
  expect(stepTo(side, "b", "right")).toEqual({ lane: "doing", place: { after: "c" } });
  expect(stepTo(side, "a", "left")).toBeNull();
});

import { expect, test } from "vitest";
import type { Row, Value } from "../../collab";
import { axisOf, eventsOf, placeAlong, voicesOf, xOf } from "./years";

function row(id: string, values: Record<string, Value>): Row {
  return { id, order: id, removed: null, values };
}

test("events are drawn in time, those without a day are not", () => {
  const rows = [
    row("b", { title: "Won", happened_on: "2024-05-01", kind: "win", felt: 2 }),
    row("a", { title: "Signed", happened_on: "2020-01-01", kind: "nonsense" }),
    row("c", { title: "Some day" }),
  ];
  expect(eventsOf(rows).map(({ id, kind, felt }) => [id, kind, felt])).toEqual([
    ["a", null, null],
    ["b", "win", 2],
  ]);
});

test("only voices with a recommendation and a day stand along the years", () => {
  const rows = [row("a", { said_on: "2024-05-01", nps: 9 }), row("b", { said_on: "2024-05-01" })];
  expect(voicesOf(rows)).toEqual([{ id: "a", day: "2024-05-01", nps: 9 }]);
});

test("an axis has whole years, at least one", () => {
  expect(axisOf([], 100)).toBeNull();
  const one = axisOf(["2024-05-01"], 100);
  expect([one?.first, one?.width, one?.years]).toEqual(["2024-01-01", 100, ["2024-01-01"]]);
  const three = axisOf(["2026-12-31", "2024-01-01"], 100);
  expect(three?.width).toBe(300);
  expect(three && xOf(three, "2025-01-01")).toBeCloseTo(100, 0);
});

test("marks that would cover each other take lanes, and a label is shown where nothing follows", () => {
  const places = placeAlong([0, 10, 20, 30, 400], 3, { mark: 24, label: 168 });
  expect(places.map(({ lane }) => lane)).toEqual([0, 1, 2, 0, 0]);
  expect(places.map(({ isLabelled }) => isLabelled)).toEqual([false, false, false, true, true]);
});

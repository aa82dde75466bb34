import { expect, test } from "vitest";
import { kpiOf, seriesByKpi, sparkOf, trendOf } from "./series";

function kpi(values: Record<string, string | number | null>) {
  return kpiOf({ id: "k", order: "a", removed: null, values });
}

function points(...values: number[]) {
  return values.map((value, at) => ({ id: `p${at}`, day: `2027-0${at + 1}-01`, value }));
}

test("values come in the order of their days, and what lacks a day or a figure is no value", () => {
  const row = (id: string, values: Record<string, string | number | null>) => ({
    id,
    order: id,
    removed: null,
    values: { kpi: "k", ...values },
  });
  const series = seriesByKpi([
    row("late", { measured_on: "2027-03-01", value: 3 }),
    row("early", { measured_on: "2027-01-01", value: 0 }),
    row("undated", { measured_on: null, value: 4 }),
    row("empty", { measured_on: "2027-02-01", value: null }),
    row("lost", { kpi: null, measured_on: "2027-02-01", value: 1 }),
  ]);
  expect(series.get("k")?.map(({ id }) => id)).toEqual(["early", "late"]);
});

test.each([
  ["up", [1, 2], "better"],
  ["up", [2, 1], "worse"],
  ["down", [2, 1], "better"],
  ["down", [1, 2], "worse"],
])("with %s as the good way, %j is %s", (direction, values, trend) => {
  expect(trendOf(kpi({ direction }), points(...values))).toBe(trend);
});

test("for a figure to hold, closer to the target is better", () => {
  const held = kpi({ direction: "hold", target: 10, baseline: 0 });
  expect(trendOf(held, points(14, 12))).toBe("better");
  expect(trendOf(held, points(9, 12))).toBe("worse");
  expect(trendOf(held, points(10))).toBe("reached");
  expect(trendOf(kpi({ direction: "hold" }), points(1, 2))).toBe("moved");
});

test("a figure at or beyond its target has reached it, also when it moves back a little", () => {
  expect(trendOf(kpi({ direction: "up", target: 85 }), points(90, 86))).toBe("reached");
  expect(trendOf(kpi({ direction: "down", target: 5 }), points(4))).toBe("reached");
});

test("a hundredth of the way is no change, and one value or none no trend", () => {
  const wide = kpi({ direction: "up", baseline: 0, target: 1000 });
  expect(trendOf(wide, points(100, 105))).toBe("steady");
  expect(trendOf(wide, points(100))).toBe("first");
  expect(trendOf(wide, [])).toBe("none");
});

test("a line lies between its lowest and highest figure, target and baseline among them", () => {
  const spark = sparkOf(kpi({ baseline: 0, target: 100 }), points(25, 50), 100, 60);
  expect(spark).toMatchObject({ baseline: 55, target: 5, path: "M5 42.5L95 30" });
});

test("nothing, one value, and equal values are drawn as well", () => {
  expect(sparkOf(kpi({}), [], 100, 60)).toMatchObject({ path: "", points: [], target: null });
  expect(sparkOf(kpi({}), points(7), 100, 60).points).toMatchObject([{ x: 50, y: 30 }]);
  expect(sparkOf(kpi({}), points(7, 7), 100, 60).path).toBe("M5 30L95 30");
});

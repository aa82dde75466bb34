import { expect, test } from "vitest";
import { dayAt, daysIn, scaleOf, spanOf, ticksOf, widthOf, xOf } from "./days";

const PERIOD = { first: "2027-01-01", last: "2029-12-31" };

test("the plan's period is drawn whole, with today and near dates, in whole months", () => {
  expect(spanOf(PERIOD, ["2027-05-04"], "2026-11-21")).toEqual({ first: "2026-11-01", last: "2029-12-31" });
  expect(spanOf(PERIOD, ["2030-02-10"], "2028-01-01").last).toBe("2030-02-28");
});

test("a date that is a century off does not stretch the drawing", () => {
  expect(spanOf(PERIOD, ["2127-01-01", "1970-01-01"], "2028-01-01")).toEqual(PERIOD);
});

test("without a period the dates make one, and without dates the coming year does", () => {
  expect(spanOf(null, ["2027-03-10", "2027-02-04"], "2027-02-20")).toEqual({
    first: "2027-02-01",
    last: "2027-03-31",
  });
  expect(spanOf(null, [], "2027-02-20")).toEqual({ first: "2027-02-01", last: "2028-02-29" });
});

test.each(["months", "quarters", "whole"] as const)(
  "a day comes back from its pixel, drawn by %s",
  (zoom) => {
    const scale = scaleOf(PERIOD, zoom, 900);
    for (const day of ["2027-01-01", "2027-03-28", "2028-02-29", "2029-12-31"]) {
      expect(dayAt(scale, xOf(scale, day) + scale.px / 2)).toBe(day);
    }
  },
);

test("the whole plan fits the width it is given", () => {
  expect(widthOf(scaleOf(PERIOD, "whole", 900))).toBeCloseTo(900);
});

test("a drag is rounded to whole days, both ways alike", () => {
  const scale = scaleOf(PERIOD, "months", 0);
  expect(daysIn(scale, 2.4 * scale.px)).toBe(2);
  expect(daysIn(scale, -2.4 * scale.px)).toBe(-2);
});

test("quarters begin with the year, also when the drawing begins inside one", () => {
  const scale = scaleOf({ first: "2026-11-01", last: "2027-12-31" }, "quarters", 0);
  expect(ticksOf(scale, 3).map(({ day }) => day)).toEqual([
    "2026-11-01",
    "2027-01-01",
    "2027-04-01",
    "2027-07-01",
    "2027-10-01",
  ]);
  expect(ticksOf(scale, 12).map(({ width }) => Math.round(width / scale.px))).toEqual([61, 365]);
});

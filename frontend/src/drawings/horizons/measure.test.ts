import { expect, test } from "vitest";
import { measureOf } from "./measure";

function measure(baseline: number | null, current: number | null, target: number | null) {
  return measureOf({ id: "o", order: "a", removed: null, values: { baseline, current, target } });
}

test("a figure is as far as it has come from its baseline, upwards and downwards", () => {
  expect(measure(0, 21, 84).share).toBe(0.25);
  expect(measure(212, 204, 0).share).toBeCloseTo(8 / 212);
  expect(measure(2, 0, 0)).toMatchObject({ share: 1, state: "reached" });
});

test("a figure beyond its target is reached, one on the wrong side of its baseline went back", () => {
  expect(measure(0, 90, 84)).toMatchObject({ share: 1, state: "reached" });
  expect(measure(10, 8, 20)).toMatchObject({ share: 0, state: "back" });
});

test("without a target or a present figure nothing is claimed", () => {
  expect(measure(0, null, 84)).toMatchObject({ share: null, state: "unknown" });
  expect(measure(0, 3, null).state).toBe("unknown");
  expect(measure(5, 3, 5).state).toBe("unknown");
});

test("without a baseline it began at nothing", () => {
  expect(measure(null, 21, 84).share).toBe(0.25);
});

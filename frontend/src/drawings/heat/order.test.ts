import { describe, expect, test } from "vitest";
import type { Competition } from "../../schema/report.generated";
import { criteriaInOrder, heatOf, vendorsInOrder } from "./order";

const entry = (id: string) => ({ id, name: id });
const vendor = (id: string, score: number | null) => ({ vendor: id, score, coverage: 1, lead: null });
const criterion = (id: string, lead: number | null) => ({
  criterion: id,
  weight: 3,
  ours: null,
  theirs: null,
  best: [],
  lead,
  unique: false,
});
const FIGURES: Competition = {
  vendors: [vendor("us", 2), vendor("low", 1), vendor("high", 4), vendor("unrated", null)],
  criteria: [criterion("ahead", 2), criterion("behind", -1), criterion("unknown", null)],
  best_rival: "high",
  lead: -2,
  unique: [],
};

describe("vendors", () => {
  const all = ["low", "us", "unrated", "new", "high"].map(entry);

  test("are in the order of their scores after us; whom nobody has rated comes last", () => {
    const order = vendorsInOrder(all, FIGURES).map(({ id }) => id);
    expect(order).toEqual(["us", "high", "low", "unrated", "new"]);
  });

  test("keep the plan's order while there are no figures", () => {
    const order = vendorsInOrder(all, null).map(({ id }) => id);
    expect(order).toEqual(["us", "low", "unrated", "new", "high"]);
  });
});

describe("criteria", () => {
  const all = ["unknown", "ahead", "behind"].map(entry);
  const weights: Record<string, number> = { unknown: 2, behind: 5 };
  const ordered = (order: "plan" | "weight" | "lead") =>
    criteriaInOrder(all, order, (id) => weights[id] ?? null, FIGURES).map(({ id }) => id);

  test("can be in the order of their weight, or of our lead with the worst first", () => {
    expect(ordered("plan")).toEqual(["unknown", "ahead", "behind"]);
    expect(ordered("weight")).toEqual(["behind", "unknown", "ahead"]);
    expect(ordered("lead")).toEqual(["behind", "ahead", "unknown"]);
  });
});

test("ratings have five heats, a mean the nearest", () => {
  expect([1, 2, 3, 4, 5].map(heatOf)).toEqual(["worst", "bad", undefined, "good", "best"]);
  expect([heatOf(null), heatOf(4.5)]).toEqual([undefined, "best"]);
});

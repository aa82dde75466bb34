import { expect, test } from "vitest";
import { neighbourOf, riskOf, risksAt, stepOf, zoneOf } from "./risks";

function risk(id: string, likelihood: number | null, impact: number | null) {
  return riskOf({ id, order: id, removed: null, values: { likelihood, impact } });
}

test("a risk that lacks one of both ratings has none", () => {
  expect(risk("a", 3, null).rating).toBeNull();
  expect(risk("a", 3, 2).rating).toEqual({ likelihood: 3, impact: 2 });
});

test("likely and harmful is high, unlikely and harmless is low", () => {
  expect(zoneOf({ likelihood: 3, impact: 5 })).toBe("high");
  expect(zoneOf({ likelihood: 2, impact: 4 })).toBe("medium");
  expect(zoneOf({ likelihood: 1, impact: 5 })).toBe("low");
});

test("a step ends at the edge, and an unrated risk begins in the middle", () => {
  expect(stepOf({ likelihood: 4, impact: 5 }, "right")).toEqual({ likelihood: 5, impact: 5 });
  expect(stepOf({ likelihood: 5, impact: 5 }, "up")).toBeNull();
  expect(stepOf(null, "left")).toEqual({ likelihood: 3, impact: 3 });
});

test("arrows go through a cell, then to the nearest risk that way", () => {
  const risks = [
    risk("a", 2, 4),
    risk("b", 2, 4),
    risk("c", 3, 1),
    risk("d", 5, 4),
    risk("e", null, 2),
    risk("f", null, null),
  ];
  expect(risksAt(risks, { likelihood: 2, impact: 4 }).map(({ id }) => id)).toEqual(["a", "b"]);
  expect(neighbourOf(risks, "a", "down")).toBe("b");
  expect(neighbourOf(risks, "b", "down")).toBe("c");
  expect(neighbourOf(risks, "b", "right")).toBe("c");
  expect(neighbourOf(risks, "d", "right")).toBeNull();
  expect(neighbourOf(risks, "e", "right")).toBe("f");
});

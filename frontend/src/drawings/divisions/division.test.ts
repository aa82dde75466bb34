import { expect, test } from "vitest";
import type { Row } from "../../collab";
import { divisionOf, revenueOf } from "./division";

function row(values: Row["values"]): Row {
  return { id: "row-of-the-tests-0001", order: "a0", removed: null, values };
}

test("a division that says nothing has no figures and no words", () => {
  expect(divisionOf(row({}))).toMatchObject({
    name: "",
    parent: null,
    level: null,
    headcount: null,
    buys: "",
  });
});

test("a division stays the same while its record does", () => {
  const record = row({ name: "Group" });
  expect(divisionOf(record)).toBe(divisionOf(record));
});

test("revenue is the sum of a division's cells, and divisions without a figure have none", () => {
  const sums = revenueOf([
    row({ division: "group", current: 100, potential: 400 }),
    row({ division: "group", current: null, potential: 50 }),
    row({ division: "east", current: null, potential: null }),
    row({ division: null, current: 7, potential: 7 }),
  ]);
  expect([...sums]).toEqual([["group", { current: 100, potential: 450 }]]);
});

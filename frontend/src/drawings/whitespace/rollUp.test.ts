import { expect, test } from "vitest";
import type { Sum } from "../../schema/report.generated";
import { forestOf } from "../tree/forest";
import { rollUp } from "./rollUp";

function sum(of: string | null, current: number, potential: number, unknown = 0): Sum {
  return { of, current, potential, gap: potential - current, penetration: null, cells: 1, unknown };
}

/** The trees of lines such as "east < group". */
function trees(...lines: string[]) {
  return forestOf(
    lines.map((line) => {
      const [id = "", above = null] = line.split(" < ") as [string?, (string | null)?];
      return { id, above };
    }),
  );
}

test("a division is added up with all below it, over however many levels, and leaves are not", () => {
  const divisions = [sum("group", 10, 40), sum("east", 20, 50), sum("port", 5, 10, 2), sum(null, 900, 900)];
  const whole = rollUp({ divisions }, trees("group", "east < group", "port < east", "west < group", "lab"));
  expect([...whole.keys()]).toEqual(["east", "group"]);
  expect(whole.get("east")).toMatchObject({ of: "east", current: 25, potential: 60, gap: 35, cells: 2 });
  expect(whole.get("group")).toEqual({
    ...{ of: "group", current: 35, potential: 100, gap: 65 },
    ...{ penetration: 0.35, cells: 3, unknown: 2 },
  });
});

test("divisions that are part of each other in a round are each counted once", () => {
  const divisions = [sum("a", 1, 2), sum("b", 10, 20)];
  const whole = rollUp({ divisions }, trees("a < b", "b < a"));
  expect([...whole]).toEqual([["a", expect.objectContaining({ current: 11, potential: 22 })]]);
});

test("where nothing is to be earned below a division there is no share of it", () => {
  const whole = rollUp({ divisions: [] }, trees("group", "east < group"));
  expect(whole.get("group")).toMatchObject({ current: 0, potential: 0, penetration: null, cells: 0 });
});

import { describe, expect, test } from "vitest";
import { type Branch, forestOf, type Member, sizeBelow, wouldCloseRound } from "./forest";

/** Members from lines such as "cio < cfo": the first stands below the second; "@" puts it beside the trees. */
function people(...lines: string[]): Member[] {
  return lines.map((line) => {
    const [id = "", above = null] = line.replace(" @", "").split(" < ") as [string?, (string | null)?];
    return { id, above, isBeside: line.endsWith(" @") };
  });
}

function drawn({ id, below }: Branch): string {
  return below.length === 0 ? id : `${id}(${below.map(drawn).join(" ")})`;
}

describe("the trees", () => {
  test("begin with whatever has nothing above it and something below it", () => {
    const chart = forestOf(people("evp", "cfo", "cio < cfo", "ops < cio", "east < evp"));
    expect(chart.trees.map(drawn)).toEqual(["evp(east)", "cfo(cio(ops))"]);
    expect(chart.alone).toEqual([]);
    expect(chart.rounds).toEqual([]);
  });

  test("leave out what has nothing above and nothing below it", () => {
    const chart = forestOf(people("ceo", "cio < ceo", "dpo", "lost < somebody-in-the-bin"));
    expect(chart.trees.map(drawn)).toEqual(["ceo(cio)"]);
    expect(chart.alone).toEqual(["dpo", "lost"]);
  });

  test("open a round at whichever of it comes first", () => {
    const chart = forestOf(people("b < c", "a < b", "c < a", "d < c"));
    expect(chart.trees.map(drawn)).toEqual(["b(a(c(d)))"]);
    expect(chart.rounds).toEqual([["b", "c", "a"]]);
  });

  test("take what is above itself for a round of one", () => {
    const chart = forestOf(people("a < a", "b < a"));
    expect(chart.trees.map(drawn)).toEqual(["a(b)"]);
    expect(chart.rounds).toEqual([["a"]]);
  });

  test("leave beside them what belongs there, whatever is above it", () => {
    const chart = forestOf(people("ceo", "cio < ceo", "firm @", "lead < firm @", "it < cio @"));
    expect(chart.trees.map(drawn)).toEqual(["ceo(cio)"]);
    expect(chart.beside.map(drawn)).toEqual(["firm(lead)", "it"]);
  });

  test("lose nothing, whatever is above what", () => {
    const all = people("a < b", "b < a", "c < c", "d < a", "e < x", "f", "g < f @", "h < g @", "i < h");
    const chart = forestOf(all);
    const placed = [...chart.trees, ...chart.beside].reduce((sum, tree) => sum + 1 + sizeBelow(tree), 0);
    expect(placed + chart.alone.length).toBe(all.length);
  });

  test("hold a chain of two hundred", () => {
    const chain = Array.from({ length: 200 }, (_, at) => ({
      id: `p${at}`,
      above: at ? `p${at - 1}` : null,
    }));
    const [tree] = forestOf(chain).trees;
    expect(tree && sizeBelow(tree)).toBe(199);
  });
});

describe("a new place", () => {
  const all = people("ceo", "cio < ceo", "ops < cio");

  test("may not be below oneself, over however many steps", () => {
    expect(wouldCloseRound(all, "ceo", "ops")).toBe(true);
    expect(wouldCloseRound(all, "cio", "cio")).toBe(true);
  });

  test("may be anywhere else", () => {
    expect(wouldCloseRound(all, "ops", "ceo")).toBe(false);
    expect(wouldCloseRound(people("a < b", "b < a", "c"), "c", "a")).toBe(false);
  });
});

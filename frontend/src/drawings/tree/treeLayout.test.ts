import { describe, expect, test } from "vitest";
import { type Branch, forestOf } from "./forest";
import { layOutForest, usuallyCollapsed } from "./forestLayout";
import { landingOf } from "./landing";
import { layOutTree } from "./treeLayout";
import { stepInTree } from "./walking";

const CARD = { width: 200, height: 100 };

function branch(id: string, ...below: Branch[]): Branch {
  return { id, below };
}

/** A company of so many, four below each. */
function company(count: number) {
  return Array.from({ length: count }, (_, at) => ({
    id: `p${at}`,
    above: at === 0 ? null : `p${Math.floor((at - 1) / 4)}`,
  }));
}

function overlapping(spots: ReadonlyMap<string, { x: number; y: number }>): string[] {
  const all = [...spots];
  return all.flatMap(([id, a], at) =>
    all.slice(at + 1).flatMap(([other, b]) => {
      const apart = Math.abs(a.x - b.x) >= CARD.width || Math.abs(a.y - b.y) >= CARD.height;
      return apart ? [] : [`${id} and ${other}`];
    }),
  );
}

describe("a tree", () => {
  test("has its top above the middle of two below it", () => {
    const { spots } = layOutTree(branch("top", branch("left"), branch("right")), CARD);
    const [top, left, right] = ["top", "left", "right"].map((id) => spots.get(id));
    expect(left?.y).toBe(right?.y);
    expect(top?.x).toBe(((left?.x ?? 0) + (right?.x ?? 0)) / 2);
    expect(top?.y).toBeLessThan(left?.y ?? 0);
  });

  test("stacks three or more who lead nobody one below the other", () => {
    const { spots, links } = layOutTree(branch("top", branch("a"), branch("b"), branch("c")), CARD);
    const xs = new Set(["a", "b", "c"].map((id) => spots.get(id)?.x));
    expect(xs.size).toBe(1);
    expect(links.map(({ to }) => to)).toEqual(["a", "b", "c"]);
  });

  test.each([1, 2, 7, 40, 200])("of %i draws every card once, and none over another", (count) => {
    const { spots, links } = layOutForest(forestOf(company(count)), new Set(), CARD);
    expect(spots.size).toBe(count);
    expect(links.length).toBe(count - 1);
    expect(overlapping(spots)).toEqual([]);
  });

  test("of two hundred stays near the shape of a screen", () => {
    const { frame } = layOutForest(forestOf(company(200)), new Set(), CARD);
    expect(frame.width / frame.height).toBeGreaterThan(0.8);
    expect(frame.width / frame.height).toBeLessThan(4);
  });

  test("of many is folded below its second level until somebody unfolds it", () => {
    const forest = forestOf(company(200));
    const usual = usuallyCollapsed(forest, 200);
    expect(usual).toEqual(["p1", "p2", "p3", "p4"]);
    const { spots, below } = layOutForest(forest, new Set(usual), CARD);
    expect([...spots.keys()]).toEqual(["p0", "p1", "p2", "p3", "p4"]);
    expect(below.get("p0")).toBe(199);
    expect(usuallyCollapsed(forestOf(company(60)), 60)).toEqual([]);
  });
});

describe("a whole map", () => {
  const members = [
    { id: "top", above: null },
    { id: "under", above: "top" },
    { id: "single", above: null },
    { id: "firm", above: null, isBeside: true },
  ];
  const layout = layOutForest(forestOf(members), new Set(), CARD);

  test("has a band for what is alone below the trees, and one for what stands beside on the right", () => {
    const [alone, beside] = layout.bands;
    expect([alone?.key, beside?.key]).toEqual(["alone", "beside"]);
    expect(alone?.y).toBeGreaterThan(layout.spots.get("under")?.y ?? 0);
    expect(beside?.x).toBeGreaterThan(layout.spots.get("top")?.x ?? 0);
    expect(overlapping(layout.spots)).toEqual([]);
  });

  test("takes a card that is let go over another as below it", () => {
    const over = layout.spots.get("under") ?? { x: 0, y: 0 };
    expect(landingOf(new Map([["single", { x: over.x + 8, y: over.y - 8 }]]), layout)).toEqual({
      id: "single",
      above: "under",
    });
  });

  test("takes a card that is let go among those alone as below nothing", () => {
    const over = layout.spots.get("single") ?? { x: 0, y: 0 };
    const spot = { x: over.x, y: over.y - 80 };
    expect(landingOf(new Map([["under", spot]]), layout)).toEqual({ id: "under", above: null });
  });

  test("moves nothing for a hand that trembles, nor over free space", () => {
    const own = layout.spots.get("under") ?? { x: 0, y: 0 };
    expect(landingOf(new Map([["under", { x: own.x + 8, y: own.y }]]), layout)).toBeNull();
    expect(landingOf(new Map([["under", { x: 9000, y: 9000 }]]), layout)).toBeNull();
  });
});

describe("the arrow keys", () => {
  const { links } = layOutTree(branch("top", branch("a", branch("a1")), branch("b")), CARD);

  test("walk up, down and among peers, and lead nowhere at the edges", () => {
    expect(stepInTree(links, "a", "ArrowUp")).toBe("top");
    expect(stepInTree(links, "top", "ArrowDown")).toBe("a");
    expect(stepInTree(links, "a", "ArrowRight")).toBe("b");
    expect(stepInTree(links, "b", "ArrowLeft")).toBe("a");
    expect(stepInTree(links, "b", "ArrowRight")).toBeNull();
    expect(stepInTree(links, "top", "ArrowUp")).toBeNull();
    expect(stepInTree(links, "top", "ArrowLeft")).toBeNull();
    expect(stepInTree(links, "a1", "ArrowDown")).toBeNull();
  });
});

import { describe, expect, it } from "vitest";
import { arrange, type Standing } from "./arrange";
import { NODE, PITCH } from "./lanes";

function standing(lane: Standing["lane"], ...ids: string[]): Standing[] {
  return ids.map((id) => ({ id, lane }));
}

describe("an arranged map", () => {
  it("has no two nodes on one another", () => {
    const nodes = [
      ...standing("process", ...Array.from({ length: 23 }, (_, at) => `p${at}`)),
      ...standing("learning", ...Array.from({ length: 9 }, (_, at) => `l${at}`)),
    ];
    const links = nodes.map(({ id }, at) => ({ from: id, to: nodes[(at * 7) % nodes.length]?.id ?? id }));
    const spots = arrange(nodes, links);
    for (const lane of ["process", "learning"]) {
      const placed = nodes.filter((node) => node.lane === lane).map(({ id }) => spots.get(id));
      expect(new Set(placed.map((spot) => `${spot?.y}`)).size).toBeGreaterThan(1);
      for (const [at, a] of placed.entries()) {
        for (const b of placed.slice(at + 1)) {
          expect(a?.y !== b?.y || Math.abs((a?.x ?? 0) - (b?.x ?? 0)) >= NODE.width).toBe(true);
        }
      }
    }
  });

  it("keeps a lane flat while its nodes fit side by side", () => {
    const spots = arrange(standing("customer", "a", "b", "c"), [{ from: "b", to: "a" }]);
    expect([...spots.values()].map(({ y }) => y)).toEqual([0, 0, 0]);
  });

  it("puts what acts on another node of a full lane below it", () => {
    const ids = ["cause", "b", "c", "d", "e", "f", "effect"];
    const spots = arrange(standing("process", ...ids), [{ from: "cause", to: "effect" }]);
    expect(spots.get("effect")?.y).toBe(0);
    expect(spots.get("cause")?.y).toBe(PITCH.y);
  });

  it("puts a cause under its only effect", () => {
    const nodes = [...standing("financial", "f"), ...standing("learning", "a", "l", "b")];
    const spots = arrange(nodes, [{ from: "l", to: "f" }]);
    expect(spots.get("f")?.x).toBe(spots.get("l")?.x);
  });

  it("is the same each time, also where links go in a circle", () => {
    const nodes = [...standing("process", "a", "b"), ...standing("learning", "c")];
    const links = [
      { from: "a", to: "b" },
      { from: "b", to: "c" },
      { from: "c", to: "a" },
    ];
    expect(arrange(nodes, links)).toEqual(arrange(nodes, links));
  });

  it("of nothing is nothing", () => {
    expect(arrange([], []).size).toBe(0);
  });
});

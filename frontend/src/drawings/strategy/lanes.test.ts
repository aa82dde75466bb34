import { describe, expect, it } from "vitest";
import type { Row, Value } from "../../collab";
import { laneAt, layoutOf, NODE, placeIn } from "./lanes";

function row(id: string, perspective: string | null, values: Record<string, Value> = {}): Row {
  return { id, order: id, removed: null, values: { perspective, ...values } };
}

const AT_THE_START = () => ({ x: 0, y: 0 });

describe("a map", () => {
  it("has every lane, also the empty ones, below one another", () => {
    const { lanes } = layoutOf([], AT_THE_START);
    expect(lanes.map(({ key }) => key)).toEqual(["financial", "customer", "process", "learning", ""]);
    expect(lanes.every((lane, at) => at === 0 || lane.top > (lanes[at - 1]?.top ?? 0))).toBe(true);
  });

  it("puts a node where somebody put it within its lane, whatever other lanes do", () => {
    const low = row("low", "learning", { x: 40, y: 16 });
    const before = layoutOf([low], AT_THE_START);
    const after = layoutOf([low, row("high", "customer", { x: 0, y: 500 })], AT_THE_START);
    expect(after.spots.get("low")?.x).toBe(40);
    expect(after.spots.get("low")?.y).toBeGreaterThan(before.spots.get("low")?.y ?? 0);
    expect(placeIn(after.lanes, after.spots.get("low") ?? { x: 0, y: 0 })).toEqual({
      x: 40,
      y: 16,
      perspective: "learning",
    });
  });

  it("puts nodes that nobody has placed beside one another, not on what stands there", () => {
    const rows = [row("placed", "customer", { x: 0, y: 0 }), row("a", "customer"), row("b", "customer")];
    const { spots } = layoutOf(rows, AT_THE_START);
    const across = [...spots.values()].map(({ x }) => x).sort((a, b) => a - b);
    expect(across[0]).toBe(0);
    expect((across[1] ?? 0) - (across[0] ?? 0)).toBeGreaterThanOrEqual(NODE.width);
    expect((across[2] ?? 0) - (across[1] ?? 0)).toBeGreaterThanOrEqual(NODE.width);
  });

  it("keeps what has no perspective in the last lane", () => {
    const { lanes, spots } = layoutOf([row("a", null), row("b", "no such lane")], AT_THE_START);
    for (const id of ["a", "b"]) {
      expect(laneAt(lanes, (spots.get(id)?.y ?? 0) + 1)?.key).toBe("");
    }
  });

  it("a drop above everything is in the first lane, one far below in the last", () => {
    const { lanes } = layoutOf([], AT_THE_START);
    expect(placeIn(lanes, { x: 8, y: -900 })).toEqual({ x: 8, y: 0, perspective: "financial" });
    expect(placeIn(lanes, { x: 8, y: 9_000 }).perspective).toBeNull();
  });
});

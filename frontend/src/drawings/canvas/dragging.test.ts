import { describe, expect, it } from "vitest";
import { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { dragIn, dragOf, heldAt, NOWHERE, othersDrags } from "./dragging";

const SECTION = "strategy_nodes";

function drag(id: string, x: number) {
  return { drag: dragOf(SECTION, new Map([[id, { x, y: 0 }]])) };
}

describe("what others drag", () => {
  it("is read from their presence, and only of this canvas", () => {
    expect(dragIn(drag("a", 8), SECTION).get("a")).toEqual({ x: 8, y: 0 });
    expect(dragIn(drag("a", 8), "stakeholders")).toBe(NOWHERE);
  });

  it.each([null, "drag", {}, { drag: 7 }, { drag: { section: SECTION } }])("is nothing in %j", (state) => {
    expect(dragIn(state, SECTION)).toBe(NOWHERE);
  });

  it("leaves out spots that are none", () => {
    const state = { drag: { section: SECTION, spots: { a: { x: "left", y: 0 }, b: { x: 1, y: 2 } } } };
    expect([...dragIn(state, SECTION).keys()]).toEqual(["b"]);
  });

  it("is in one place for everybody who looks on, however many hold it", () => {
    const awareness = new Awareness(new Y.Doc());
    awareness.states.set(awareness.clientID, drag("a", 1));
    awareness.states.set(7, drag("a", 70));
    awareness.states.set(3, drag("a", 30));
    expect(othersDrags(awareness, SECTION).get("a")?.x).toBe(30);
    awareness.destroy();
  });
});

describe("pieces", () => {
  const pieces = [
    { id: "a", x: 0, y: 0 },
    { id: "b", x: 9, y: 9 },
  ];

  it("follow one's own hand first, then others'", () => {
    const own = new Map([["a", { x: 5, y: 5 }]]);
    const others = new Map([
      ["a", { x: 50, y: 50 }],
      ["b", { x: 60, y: 60 }],
    ]);
    expect(heldAt(pieces, own, others).map(({ x }) => x)).toEqual([5, 60]);
  });

  it("that nobody holds stay the same objects", () => {
    const held = heldAt(pieces, new Map([["a", { x: 5, y: 5 }]]), NOWHERE);
    expect(held[1]).toBe(pieces[1]);
  });
});

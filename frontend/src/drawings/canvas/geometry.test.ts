import { describe, expect, it } from "vitest";
import { boxAround, type Direction, inReadingOrder, neighbourOf, overlaps, sidesBetween } from "./geometry";

function piece(id: string, x: number, y: number) {
  return { id, x, y, width: 200, height: 80 };
}

const GRID = [
  piece("a", 0, 0),
  piece("b", 250, 10),
  piece("c", 0, 120),
  piece("d", 250, 120),
  piece("e", 600, 300),
];

describe("an arrow key", () => {
  it.each<[string, Direction, string]>([
    ["a", "right", "b"],
    ["a", "down", "c"],
    ["d", "left", "c"],
    ["d", "up", "b"],
    ["d", "right", "e"],
  ])("leads from %s %s to %s", (from, direction, to) => {
    expect(neighbourOf(GRID, from, direction)?.id).toBe(to);
  });

  it("leads nowhere at the edge", () => {
    expect(neighbourOf(GRID, "a", "up")).toBeNull();
    expect(neighbourOf(GRID, "gone", "up")).toBeNull();
  });
});

describe("a line", () => {
  it("goes from the near side to the near side", () => {
    const box = piece("a", 0, 0);
    expect(sidesBetween(box, piece("b", 240, 0))).toEqual({ out: "right", into: "left" });
    expect(sidesBetween(box, piece("b", -240, 0))).toEqual({ out: "left", into: "right" });
    expect(sidesBetween(box, piece("b", 400, 300))).toEqual({ out: "bottom", into: "top" });
    expect(sidesBetween(box, piece("b", 0, -300))).toEqual({ out: "top", into: "bottom" });
  });

  it("goes over the tops where another piece may stand between", () => {
    expect(sidesBetween(piece("a", 0, 0), piece("b", 500, 0))).toEqual({ out: "top", into: "top" });
  });
});

it("pieces are read row by row, also when a row is not quite straight", () => {
  const order = inReadingOrder([...GRID].reverse()).map(({ id }) => id);
  expect(order).toEqual(["a", "b", "c", "d", "e"]);
});

it("the box around pieces holds them all, and there is none around nothing", () => {
  expect(boxAround(GRID)).toEqual({ x: 0, y: 0, width: 800, height: 380 });
  expect(boxAround([])).toBeNull();
});

it("boxes that only touch do not overlap", () => {
  expect(overlaps(piece("a", 0, 0), piece("b", 200, 0))).toBe(false);
  expect(overlaps(piece("a", 0, 0), piece("b", 199, 79))).toBe(true);
});

import { expect, it } from "vitest";
import type { Piece } from "./pieces";
import { beginningOf } from "./useView";

const piece = (id: string, x: number, y: number): Piece => ({
  ...{ id, x, y, width: 200, height: 100 },
  ...{ kind: "person", spoken: id, data: {} },
});

it("a narrow screen begins with the head of a tree in its middle, and those below on both sides", () => {
  const tree = [piece("head", 1000, 0), piece("left", 0, 200), piece("right", 2000, 200)];
  const beginning = beginningOf(tree, { width: 400 }, 0.6);
  expect(beginning).toEqual({ x: 200 - 1100 * 0.6, y: 24, zoom: 0.6 });
});

it("a narrow screen begins at the left end of everything where the first piece is in view then", () => {
  const beginning = (...pieces: Piece[]) => beginningOf(pieces, { width: 400 }, 0.6);
  expect(beginning(piece("one", 50, 10), piece("other", 500, 10))?.x).toBe(24 - 30);
  expect(beginning(piece("first", 150, 0), piece("left", 0, 200))?.x).toBe(24);
});

it("nothing has no beginning", () => {
  expect(beginningOf([], { width: 400 }, 0.6)).toBeNull();
});

import { expect, test } from "vitest";
import { pathOf, ROOM, reductionOf, windowIn } from "./reduction";

const PIECES = [
  { x: -100, y: 0, width: 200, height: 80 },
  { x: 900, y: 400, width: 200, height: 80 },
];

test("everything is drawn in the middle, as large as fits", () => {
  const { scale, left, top } = reductionOf(PIECES);
  expect(scale).toBeCloseTo((ROOM.width - 16) / 1200);
  expect(left + 500 * scale).toBeCloseTo(ROOM.width / 2);
  expect(top + 240 * scale).toBeCloseTo(ROOM.height / 2);
});

test("pieces that all stand on one spot are still seen", () => {
  expect(reductionOf([{ x: 0, y: 0, width: 200, height: 80 }]).scale).toBeCloseTo(0.92);
});

test("all pieces are one path", () => {
  const path = pathOf(PIECES, { scale: 0.1, left: 10, top: 5 });
  expect(path).toBe("M0 5h20v8h-20zM100 45h20v8h-20z");
});

test("what is in view is a box around it, smaller the nearer one looks", () => {
  const reduction = { scale: 0.1, left: 10, top: 5 };
  const size = { width: 800, height: 600 };
  expect(windowIn(reduction, [0, 0, 1], size)).toEqual({ x: 10, y: 5, width: 80, height: 60 });
  expect(windowIn(reduction, [-400, -200, 2], size)).toEqual({ x: 30, y: 15, width: 40, height: 30 });
});

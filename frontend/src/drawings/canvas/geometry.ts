/** Places and measures on a canvas, in its own units: at full size one unit is one pixel. */

export interface Spot {
  x: number;
  y: number;
}

export interface Box extends Spot {
  width: number;
  height: number;
}

export type Direction = "left" | "right" | "up" | "down";
export type Side = "top" | "right" | "bottom" | "left";

export function centreOf({ x, y, width, height }: Box): Spot {
  return { x: x + width / 2, y: y + height / 2 };
}

/** The smallest box around all of them, or null when there are none. */
export function boxAround(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null;
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}

export function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Further apart than this, in widths, two boxes of a row may have another one between them. */
const NEAR = 0.8;

/**
 * From which sides a line between two boxes is shortest and crosses neither of them.
 *
 * Two that stand far apart in one row are joined over their tops, clear of what stands between them.
 */
export function sidesBetween(from: Box, to: Box): { out: Side; into: Side } {
  const [a, b] = [centreOf(from), centreOf(to)];
  const isAside = Math.abs(b.y - a.y) < (from.height + to.height) / 2;
  if (isAside && Math.abs(b.x - a.x) > (1 + NEAR) * Math.max(from.width, to.width)) {
    return { out: "top", into: "top" };
  }
  if (isAside) return b.x >= a.x ? { out: "right", into: "left" } : { out: "left", into: "right" };
  return b.y >= a.y ? { out: "bottom", into: "top" } : { out: "top", into: "bottom" };
}

const AHEAD: Record<Direction, (from: Spot, to: Spot) => { ahead: number; aside: number }> = {
  right: (from, to) => ({ ahead: to.x - from.x, aside: Math.abs(to.y - from.y) }),
  left: (from, to) => ({ ahead: from.x - to.x, aside: Math.abs(to.y - from.y) }),
  down: (from, to) => ({ ahead: to.y - from.y, aside: Math.abs(to.x - from.x) }),
  up: (from, to) => ({ ahead: from.y - to.y, aside: Math.abs(to.x - from.x) }),
};

/** What is aside counts so much more than what is ahead, so that an arrow key stays in its row. */
const ASIDE_WEIGHT = 2;

/** Return the piece that an arrow key leads to, or null at the edge. Equal ones go by their order. */
export function neighbourOf<P extends Box & { id: string }>(
  pieces: readonly P[],
  id: string,
  direction: Direction,
): P | null {
  const from = pieces.find((piece) => piece.id === id);
  if (!from) return null;
  let best: { piece: P; cost: number } | null = null;
  for (const piece of pieces) {
    const { ahead, aside } = AHEAD[direction](centreOf(from), centreOf(piece));
    if (piece.id === id || ahead <= 0) continue;
    const cost = ahead + ASIDE_WEIGHT * aside;
    if (best === null || cost < best.cost) best = { piece, cost };
  }
  return best?.piece ?? null;
}

/** Pieces as one reads them: from the top, and from the left where they stand in one row. */
export function inReadingOrder<P extends Box>(pieces: readonly P[]): P[] {
  const ROW = 40;
  return [...pieces].sort((a, b) => Math.round(a.y / ROW) - Math.round(b.y / ROW) || a.x - b.x);
}

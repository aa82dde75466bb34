interface Spot {
  x: number;
  y: number;
}

interface Box extends Spot {
  width: number;
  height: number;
}

/** How far a line between two cards bends aside, in the canvas's units, and how much further each next one. */
const BEND = 24;
/** Two cards in one row with this much between them have others there, over which a line goes in an arc. */
const FAR_APART = 120;

export interface Curve {
  path: string;
  /** Where the middle of the curve is, for a sign or a number on it. */
  middle: Spot;
}

/**
 * A curve from one card to another that bends to its right, so that lines there and back lie apart.
 *
 * Between cards that stand far apart in one row it goes over the cards between them. `bend` counts the lines
 * that already join the two.
 */
export function curveBetween(from: Box, to: Box, bend: number): Curve {
  const between = Math.max(from.x, to.x) - Math.min(from.x + from.width, to.x + to.width);
  const isOneRow = Math.abs(from.y - to.y) < (from.height + to.height) / 4;
  if (isOneRow && between > FAR_APART) return arcOver(from, to, bend);
  const [a, b] = [centreOf(from), centreOf(to)];
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = Math.hypot(dx, dy) || 1;
  const aside = BEND * (1 + bend) + length * 0.06;
  const control = { x: (a.x + b.x) / 2 - (dy / length) * aside, y: (a.y + b.y) / 2 + (dx / length) * aside };
  return curveBy(edgeTowards(from, control), control, edgeTowards(to, control));
}

function arcOver(from: Box, to: Box, bend: number): Curve {
  const [start, end] = [topOf(from, to), topOf(to, from)];
  const height = 56 + 24 * bend + Math.abs(end.x - start.x) * 0.06;
  return curveBy(start, { x: (start.x + end.x) / 2, y: Math.min(start.y, end.y) - height }, end);
}

/** On the upper edge of a card, nearer to where the line leads. */
function topOf(box: Box, other: Box): Spot {
  return { x: box.x + box.width * (other.x > box.x ? 0.7 : 0.3), y: box.y };
}

function curveBy(start: Spot, control: Spot, end: Spot): Curve {
  const middle = { x: (start.x + 2 * control.x + end.x) / 4, y: (start.y + 2 * control.y + end.y) / 4 };
  return { path: `M${spot(start)}Q${spot(control)} ${spot(end)}`, middle };
}

function centreOf({ x, y, width, height }: Box): Spot {
  return { x: x + width / 2, y: y + height / 2 };
}

/** Where the line from a card's middle towards a point leaves the card. */
function edgeTowards(box: Box, point: Spot): Spot {
  const { x, y } = centreOf(box);
  const [dx, dy] = [point.x - x, point.y - y];
  const share = Math.min(box.width / 2 / Math.abs(dx || 1), box.height / 2 / Math.abs(dy || 1), 1);
  return { x: x + dx * share, y: y + dy * share };
}

function spot({ x, y }: Spot): string {
  return `${Math.round(x)} ${Math.round(y)}`;
}

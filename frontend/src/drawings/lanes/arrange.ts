/** Where cards lie in lanes side by side, and where a step leads; pure, so that keys and drops agree. */

import type { Place, Row } from "../../collab";

export interface Lane {
  /** The value that its cards share; "" for those that have none. */
  key: string;
  label: string;
  /** A few words under the label. */
  note?: string;
}

export interface FilledLane extends Lane {
  rows: readonly Row[];
}

export type Direction = "up" | "down" | "left" | "right";

/** Where a card is put: its lane and its neighbour there, or null where the lane's order does not change. */
export interface Spot {
  lane: string;
  place: Place | null;
}

/**
 * Return the lanes with their rows, which keep their order.
 *
 * A lane without a key comes last and only while it has rows, so that none of the others moves when it goes.
 */
export function fillLanes(
  lanes: readonly Lane[],
  rows: readonly Row[],
  laneOf: (row: Row) => string,
): FilledLane[] {
  const known = new Set(lanes.map(({ key }) => key));
  const byLane = new Map<string, Row[]>(lanes.map(({ key }) => [key, []]));
  for (const row of rows) byLane.get(known.has(laneOf(row)) ? laneOf(row) : "")?.push(row);
  return lanes
    .map((lane) => ({ ...lane, rows: byLane.get(lane.key) ?? [] }))
    .filter((lane) => lane.key !== "" || lane.rows.length > 0);
}

/** Return the card that an arrow key leads to, or null at an edge; sideways, the one at the same height. */
export function neighbourOf(lanes: readonly FilledLane[], id: string, to: Direction): string | null {
  const at = findCard(lanes, id);
  if (at === null) return null;
  if (to === "up" || to === "down") return lanes[at.lane]?.rows[at.row + stepIn(to)]?.id ?? null;
  const beside = to === "left" ? lanes.slice(0, at.lane).reverse() : lanes.slice(at.lane + 1);
  const rows = beside.find((lane) => lane.rows.length > 0)?.rows;
  return rows?.[Math.min(at.row, rows.length - 1)]?.id ?? null;
}

/** Return where a card comes to lie one step in a direction, or null at an edge. */
export function stepTo(lanes: readonly FilledLane[], id: string, to: Direction): Spot | null {
  const at = findCard(lanes, id);
  if (at === null) return null;
  const lane = lanes[at.lane];
  if (to === "up" || to === "down") {
    const other = lane?.rows[at.row + stepIn(to)];
    if (lane === undefined || other === undefined) return null;
    return { lane: lane.key, place: to === "up" ? { before: other.id } : { after: other.id } };
  }
  const beside = lanes[at.lane + stepIn(to)];
  if (beside === undefined) return null;
  const next = beside.rows[at.row];
  if (next !== undefined) return { lane: beside.key, place: { before: next.id } };
  return { lane: beside.key, place: endOf(beside) };
}

/** Return the place behind the last card of a lane, or null in an empty one. */
export function endOf(lane: FilledLane): Place | null {
  const last = lane.rows.at(-1);
  return last === undefined ? null : { after: last.id };
}

/** Return the lane and the height of a card, or null when it is in none. */
export function findCard(lanes: readonly FilledLane[], id: string): { lane: number; row: number } | null {
  for (const [lane, { rows }] of lanes.entries()) {
    const row = rows.findIndex((one) => one.id === id);
    if (row >= 0) return { lane, row };
  }
  return null;
}

function stepIn(to: Direction): number {
  return to === "up" || to === "left" ? -1 : 1;
}

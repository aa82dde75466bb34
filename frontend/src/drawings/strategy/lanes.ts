/** The lanes of the map, from the money at the top to what people learn at the bottom (Kaplan and Norton 2004). */

import type { Row } from "../../collab";
import { type Box, overlaps, type Spot } from "../canvas";

/** A node's measures, for a title of three lines. They are fixed, so that a map looks the same to everybody and is laid out at once. */
export const NODE = { width: 208, height: 92 } as const;
/** From one node to the next when they are set out by the program. */
export const PITCH = { x: NODE.width + 40, y: NODE.height + 36 } as const;

/** Room for the lane's name above its nodes, and below them. */
const HEAD = 32;
const FOOT = 24;
/** What a lane that holds nothing yet leaves to drop something in. */
const EMPTY = 32;

/** Top to bottom; what has no perspective yet stands in the last one. */
export const LANES = ["financial", "customer", "process", "learning", ""] as const;
export type LaneKey = (typeof LANES)[number];

export interface Lane {
  key: LaneKey;
  top: number;
  height: number;
}

/** A map laid out: its lanes, and where each node stands. */
export interface Layout {
  lanes: readonly Lane[];
  spots: ReadonlyMap<string, Spot>;
}

export function laneOf(row: Row): LaneKey {
  return LANES.find((lane) => lane === row.values.perspective) ?? "";
}

/**
 * Where somebody has put a node, or null: `x` in the map, `y` below the head of its lane.
 *
 * Down is counted within the lane, so that a lane can grow without anything being written, and a node
 * that is given another perspective in a table stands in that lane.
 */
export function placeOf({ values }: Row): Spot | null {
  const { x, y } = values;
  return typeof x === "number" && typeof y === "number" ? { x, y: Math.max(0, y) } : null;
}

/**
 * Lay out the map: nodes that somebody has placed stand there, the others where `suggested` has them
 * or the next free place beside it. The same for everybody, and nothing is written.
 */
export function layoutOf(rows: readonly Row[], suggested: (id: string) => Spot): Layout {
  const within = new Map<string, Spot>();
  for (const row of rows) {
    const placed = placeOf(row);
    if (placed) within.set(row.id, placed);
  }
  for (const lane of LANES) {
    const standing = rows.filter((row) => laneOf(row) === lane);
    const taken = standing.flatMap((row) => boxOf(within.get(row.id)));
    for (const row of standing.filter(({ id }) => !within.has(id))) {
      const spot = freeSpot(suggested(row.id), taken);
      within.set(row.id, spot);
      taken.push({ ...spot, ...NODE });
    }
  }
  return stacked(rows, within);
}

function boxOf(spot: Spot | undefined): Box[] {
  return spot ? [{ ...spot, ...NODE }] : [];
}

/** The spot itself, or the next one to its right that nobody stands on. */
export function freeSpot(wanted: Spot, taken: readonly Box[]): Spot {
  const spot = { ...wanted };
  while (taken.some((box) => overlaps(box, { ...spot, ...NODE }))) spot.x += PITCH.x;
  return spot;
}

/** Put the lanes below one another, each as high as what stands in it. */
function stacked(rows: readonly Row[], within: ReadonlyMap<string, Spot>): Layout {
  const lanes: Lane[] = [];
  const spots = new Map<string, Spot>();
  let top = 0;
  for (const key of LANES) {
    const standing = rows.filter((row) => laneOf(row) === key);
    const ends = standing.map(({ id }) => (within.get(id)?.y ?? 0) + NODE.height);
    const height = HEAD + Math.max(EMPTY, ...ends) + FOOT;
    for (const { id } of standing) {
      const spot = within.get(id);
      if (spot) spots.set(id, { x: spot.x, y: top + HEAD + spot.y });
    }
    lanes.push({ key, top, height });
    top += height;
  }
  return { lanes, spots };
}

/** The lane at a height of the map; above the first one is the first, below the last one the last. */
export function laneAt(lanes: readonly Lane[], y: number): Lane | null {
  return lanes.find(({ top, height }) => y < top + height) ?? lanes.at(-1) ?? null;
}

/** What is written for a node that is put at a spot of the map: its place in the lane its middle is in. */
export function placeIn(
  lanes: readonly Lane[],
  { x, y }: Spot,
): { x: number; y: number; perspective: string | null } {
  const lane = laneAt(lanes, y + NODE.height / 2);
  const top = lane?.top ?? 0;
  return { x, y: Math.max(0, y - top - HEAD), perspective: lane?.key || null };
}

/** The whole map as a box, with its lanes' names. */
export function frameOf({ lanes, spots }: Layout): Box {
  const across = [...spots.values()].map(({ x }) => x);
  const left = Math.min(0, ...across);
  const right = Math.max(PITCH.x * 4, ...across.map((x) => x + NODE.width));
  const last = lanes.at(-1);
  const MARGIN = 24;
  return {
    x: left - MARGIN,
    y: 0,
    width: right - left + 2 * MARGIN,
    height: last ? last.top + last.height : 0,
  };
}

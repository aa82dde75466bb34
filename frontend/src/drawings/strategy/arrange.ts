/** Sets out a whole map: effects above causes, and each node close to those it is linked with. */

import type { Spot } from "../canvas";
import { LANES, type LaneKey, PITCH } from "./lanes";

export interface Standing {
  id: string;
  lane: LaneKey;
}

export interface Joined {
  from: string;
  to: string;
}

/** Nodes side by side, at least; a map of hundreds is let grow about as wide as a screen is. */
const ABREAST = 6;
/** How often the rows are gone through, down and up again; more changes nothing that one sees. */
const ROUNDS = 8;

/**
 * Return a place for each node: `x` in the map, `y` within its lane.
 *
 * The rows come from the lanes: a lane is flat while its nodes fit side by side. The order within the rows
 * is that of the layer-by-layer sweep (Sugiyama, Tagawa and Toda 1981): each node wants to stand at the mean
 * of what it is linked with. A library for layered graphs took 3 s for 200 nodes in lanes, because it cuts
 * every link into pieces at each row it passes; this takes 20 ms.
 */
export function arrange(nodes: readonly Standing[], links: readonly Joined[]): Map<string, Spot> {
  const abreast = Math.max(ABREAST, Math.ceil(Math.sqrt(nodes.length)));
  const rows: string[][] = [];
  const down = new Map<string, number>();
  for (const lane of LANES) {
    const ids = nodes.filter((node) => node.lane === lane).map(({ id }) => id);
    rowsOf(ids, links, abreast).forEach((row, at) => {
      for (const id of row) down.set(id, at * PITCH.y);
      rows.push(row);
    });
  }
  const across = drawnTogether(rows, links);
  return new Map([...down].map(([id, y]) => [id, { x: across.get(id) ?? 0, y }]));
}

/** The rows of a lane, about equally long: what acts on nothing else in it above what acts on that. */
function rowsOf(ids: readonly string[], links: readonly Joined[], abreast: number): string[][] {
  const count = Math.ceil(ids.length / abreast);
  const depths = depthsOf(ids, links, count - 1);
  const acted = new Set(links.filter(({ from, to }) => depths.has(from) && from !== to).map(({ to }) => to));
  // What is acted on stands above, what has nothing to do with the others in between.
  const level = (id: string) => 2 * (depths.get(id) ?? 0) - (acted.has(id) ? 1 : 0);
  const sorted = [...ids].sort((a, b) => level(a) - level(b));
  const length = Math.ceil(ids.length / Math.max(1, count));
  return Array.from({ length: count }, (_, at) => sorted.slice(at * length, (at + 1) * length));
}

/** How many links lead from each to the last effect in the lane; a circle counts as far as it was walked. */
function depthsOf(ids: readonly string[], links: readonly Joined[], deepest: number): Map<string, number> {
  const depths = new Map(ids.map((id) => [id, 0]));
  const within = links.filter(({ from, to }) => depths.has(from) && depths.has(to));
  for (let round = 0; round < deepest; round += 1) {
    const before = new Map(depths);
    for (const { from, to } of within) {
      const deeper = Math.min(deepest, (before.get(to) ?? 0) + 1);
      depths.set(from, Math.max(depths.get(from) ?? 0, deeper));
    }
  }
  return depths;
}

/** How far across each node stands. No row becomes longer than the longest one must be. */
function drawnTogether(rows: readonly string[][], links: readonly Joined[]): Map<string, number> {
  const longest = Math.max(0, ...rows.map((row) => row.length - 1)) * PITCH.x;
  const across = new Map<string, number>();
  for (const row of rows) {
    row.forEach((id, at) => {
      across.set(id, (longest - (row.length - 1) * PITCH.x) / 2 + at * PITCH.x);
    });
  }
  const linked = neighbours(links);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const row of round % 2 === 0 ? rows : [...rows].reverse()) {
      const wanted = row.map((id) => ({ id, x: meanOf(id, linked, across) })).sort((a, b) => a.x - b.x);
      const found = apart(wanted.map(({ x }) => x));
      const most = longest - (row.length - 1) * PITCH.x;
      wanted.forEach(({ id }, at) => {
        across.set(id, onGrid(Math.max(0, Math.min(most, found[at] ?? 0)) + at * PITCH.x));
      });
    }
  }
  return across;
}

/** Where a node wants to stand: amid what it is linked with, or where it is. */
function meanOf(
  id: string,
  linked: ReadonlyMap<string, readonly string[]>,
  across: ReadonlyMap<string, number>,
): number {
  const places = (linked.get(id) ?? []).flatMap((other) => across.get(other) ?? []);
  if (places.length === 0) return across.get(id) ?? 0;
  return places.reduce((sum, x) => sum + x, 0) / places.length;
}

/**
 * Return how far right of its place in a close row each node stands, so that none is nearer to the next
 * than it may be and all are as close as can be to where they want to stand.
 *
 * This is isotonic regression by pooling neighbours that are in each other's way (Ayer et al. 1955).
 */
function apart(wanted: readonly number[]): number[] {
  const pools: { mean: number; count: number }[] = [];
  wanted.forEach((x, at) => {
    let pool = { mean: x - at * PITCH.x, count: 1 };
    for (let before = pools.at(-1); before && before.mean >= pool.mean; before = pools.at(-1)) {
      const count = before.count + pool.count;
      pool = { mean: (before.mean * before.count + pool.mean * pool.count) / count, count };
      pools.pop();
    }
    pools.push(pool);
  });
  return pools.flatMap(({ mean, count }) => Array.from({ length: count }, () => mean));
}

function neighbours(links: readonly Joined[]): Map<string, string[]> {
  const linked = new Map<string, string[]>();
  for (const { from, to } of links) {
    linked.set(from, [...(linked.get(from) ?? []), to]);
    linked.set(to, [...(linked.get(to) ?? []), from]);
  }
  return linked;
}

function onGrid(x: number): number {
  const GRID = 8;
  return Math.round(x / GRID) * GRID;
}

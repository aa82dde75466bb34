import { useMemo } from "react";
import type { Row } from "../../collab";
import type { Box } from "../canvas";
import { arrange } from "./arrange";
import type { Link } from "./kinds";
import { frameOf, type Layout, laneOf, layoutOf, placeOf } from "./lanes";

export interface LaidOut extends Layout {
  frame: Box;
}

/** Where everything stands. What is set out by the program is reckoned only when lanes or links change. */
export function useLayout(all: readonly Row[], links: readonly Link[]): LaidOut {
  const isWanted = all.some((row) => placeOf(row) === null);
  const shape = isWanted ? shapeOf(all, links) : "";
  // biome-ignore lint/correctness/useExhaustiveDependencies: the shape says all that the arrangement depends on.
  const suggested = useMemo(() => (shape === "" ? new Map() : arranged(all, links)), [shape]);
  return useMemo(() => {
    const layout = layoutOf(all, (id) => suggested.get(id) ?? { x: 0, y: 0 });
    return { ...layout, frame: frameOf(layout) };
  }, [all, suggested]);
}

export function arranged(all: readonly Row[], links: readonly Link[]) {
  return arrange(
    all.map((row) => ({ id: row.id, lane: laneOf(row) })),
    links,
  );
}

function shapeOf(all: readonly Row[], links: readonly Link[]): string {
  const nodes = all.map((row) => `${row.id}:${laneOf(row)}`);
  return [...nodes, ...links.map(({ from, to }) => `${from}>${to}`)].join(" ");
}

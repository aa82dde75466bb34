import type { Line } from "../../canvas";
import type { WayStart } from "../mapContext";
import type { WayThere } from "./useWays";
import type { WayData } from "./WayEdge";

/** The steps of the ways between cards, as lines of the map. A step onto a card that is folded away is left out. */
export function wayLines(ways: readonly WayThere[], isDrawn: (id: string) => boolean): Line<WayData>[] {
  return ways.flatMap(({ steps }, at) =>
    steps.slice(1).flatMap((step, place): Line<WayData>[] => {
      const before = steps[place];
      if (before?.section !== "stakeholders" || !isDrawn(before.id) || !isDrawn(step.id)) return [];
      const id = `way-${at + 1}-${place}`;
      return [{ id, kind: "way", from: before.id, to: step.id, data: { number: at + 1 } }];
    }),
  );
}

/** Stakeholder to the ways whose first step, from somebody of ours, leads to them. */
export function wayStarts(ways: readonly WayThere[]): Map<string, WayStart[]> {
  const starts = new Map<string, WayStart[]>();
  ways.forEach(({ steps: [ours, first] }, at) => {
    if (ours === undefined || first === undefined) return;
    const start = { number: at + 1, member: ours.id };
    starts.set(first.id, [...(starts.get(first.id) ?? []), start]);
  });
  return starts;
}

import type { ForestLayout } from "./forestLayout";

interface Spot {
  x: number;
  y: number;
}

/** What letting go of a card would mean. */
export interface Landing {
  id: string;
  /** What would be above it; null when it lands among those with nothing above them. */
  above: string | null;
}

/** What is under the first of the cards that were let go, or null when that is nothing. */
export function landingOf(
  spots: ReadonlyMap<string, Spot>,
  { spots: places, bands, card }: ForestLayout,
): Landing | null {
  for (const [id, spot] of spots) {
    const centre = { x: spot.x + card.width / 2, y: spot.y + card.height / 2 };
    const at = places.get(id);
    // A hand that trembles on a card moves nothing.
    if (at !== undefined && holds({ ...at, ...card }, centre)) continue;
    const under = [...places].find(
      ([other, place]) => !spots.has(other) && holds({ ...place, ...card }, centre),
    );
    if (under !== undefined) return { id, above: under[0] };
    const alone = bands.find(({ key }) => key === "alone");
    if (alone !== undefined && holds(alone, centre)) return { id, above: null };
  }
  return null;
}

function holds(box: Spot & { width: number; height: number }, { x, y }: Spot): boolean {
  return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
}

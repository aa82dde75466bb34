/** Where pieces are while somebody drags them: shown to everybody at once, written once at the end. */

import type { Awareness } from "y-protocols/awareness";
import type { Spot } from "./geometry";

/** What a person's presence says of the pieces in their hand. */
export interface Drag {
  section: string;
  spots: Readonly<Record<string, Spot>>;
}

export type Spots = ReadonlyMap<string, Spot>;

export const NOWHERE: Spots = new Map();

/** More pieces in one hand are not passed on while they move; others see them when they are let go. */
const MOST = 50;

/** The key of a person's drag in their presence. */
export const DRAG = "drag";

/** Read a drag out of somebody's presence; others' bytes are not trusted to have the right shape. */
export function dragIn(state: unknown, section: string): Spots {
  if (typeof state !== "object" || state === null || !(DRAG in state)) return NOWHERE;
  const drag = state[DRAG];
  if (typeof drag !== "object" || drag === null || !("section" in drag) || !("spots" in drag)) return NOWHERE;
  if (drag.section !== section || typeof drag.spots !== "object" || drag.spots === null) return NOWHERE;
  const spots = Object.entries(drag.spots as Record<string, unknown>).slice(0, MOST);
  return new Map(spots.flatMap(([id, spot]) => (isSpot(spot) ? [[id, spot] as const] : [])));
}

function isSpot(value: unknown): value is Spot {
  if (typeof value !== "object" || value === null || !("x" in value) || !("y" in value)) return false;
  return Number.isFinite(value.x) && Number.isFinite(value.y);
}

export function dragOf(section: string, spots: Spots): Drag {
  return { section, spots: Object.fromEntries([...spots].slice(0, MOST)) };
}

/**
 * Where others hold pieces right now.
 *
 * Of two people who hold the same piece the one with the lowest client number is shown, so that
 * everybody who looks on sees it in one place.
 */
export function othersDrags(awareness: Awareness, section: string): Spots {
  const others = [...awareness.getStates().entries()]
    .filter(([client]) => client !== awareness.clientID)
    .sort(([a], [b]) => b - a);
  const spots = new Map<string, Spot>();
  for (const [, state] of others) {
    for (const [id, spot] of dragIn(state, section)) spots.set(id, spot);
  }
  return spots.size === 0 ? NOWHERE : spots;
}

export function sameSpots(a: Spots, b: Spots): boolean {
  if (a.size !== b.size) return false;
  return [...a].every(([id, { x, y }]) => b.get(id)?.x === x && b.get(id)?.y === y);
}

/**
 * The pieces as they show: what is in one's own hand is where the hand is, whatever others do to it;
 * then what others hold; all else where the plan has it. Pieces that stay keep their identity.
 */
export function heldAt<P extends Spot & { id: string }>(
  pieces: readonly P[],
  own: Spots,
  others: Spots,
): P[] {
  return pieces.map((piece) => {
    const spot = own.get(piece.id) ?? others.get(piece.id);
    return spot && (spot.x !== piece.x || spot.y !== piece.y) ? { ...piece, ...spot } : piece;
  });
}

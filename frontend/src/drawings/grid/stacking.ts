import type { Stakeholder } from "../stakeholders/person";
import { SQUARES, type Square, squareKey } from "./mendelow";

/** Names while they can be read one under the other; beyond, rounds with initials side by side. */
export type Density = "names" | "rounds";

const MOST_NAMES = 6;

export interface Stacks {
  /** Who stands in each square, by the key of the square; an empty square is in it too. */
  bySquare: ReadonlyMap<string, readonly Stakeholder[]>;
  /** Those of whom power or interest is unknown. */
  tray: readonly Stakeholder[];
}

/** Somebody whom another person is dragging stands where they hold them. */
export type Held = ReadonlyMap<string, Square | null>;

/** Put everybody into their square, in the plan's order. */
export function stackPeople(people: readonly Stakeholder[], held: Held = new Map()): Stacks {
  const bySquare = new Map<string, Stakeholder[]>(SQUARES.map((square) => [squareKey(square), []]));
  const tray: Stakeholder[] = [];
  for (const person of people) {
    const square = held.has(person.id) ? (held.get(person.id) ?? null) : squareOf(person);
    const stack = square === null ? undefined : bySquare.get(squareKey(square));
    (stack ?? tray).push(person);
  }
  return { bySquare, tray };
}

/** Where somebody stands, or null while power or interest is unknown. */
export function squareOf({ power, interest }: Stakeholder): Square | null {
  return power === null || interest === null ? null : { power, interest };
}

export function densityOf(count: number): Density {
  return count <= MOST_NAMES ? "names" : "rounds";
}

/**
 * How wide each column of interest 1 to 5 is beside the others: up to three times for a crowd.
 *
 * In steps of a half, so that the columns do not shiver while somebody moves one person after another.
 */
export function columnWeights(stacks: Stacks): number[] {
  return [1, 2, 3, 4, 5].map((interest) => {
    const most = Math.max(
      ...[1, 2, 3, 4, 5].map((power) => stacks.bySquare.get(squareKey({ power, interest }))?.length ?? 0),
    );
    const crowd = Math.max(0, most - MOST_NAMES) / 12;
    return Math.min(3, 1 + Math.ceil(crowd * 2) / 2);
  });
}

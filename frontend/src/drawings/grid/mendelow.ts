/** The four fields of Mendelow (1991): how to treat people by how much they decide and how much they care. */
export type Field = "key_players" | "keep_satisfied" | "keep_informed" | "monitor";

/** From this step on, power and interest count as high. */
export const CUT = 3;
export const LOWEST = 1;
export const HIGHEST = 5;

/** From the upper left to the lower right, as they are drawn and walked. */
export const FIELDS: readonly Field[] = ["keep_satisfied", "key_players", "monitor", "keep_informed"];

/** A square of the grid: power is upwards, interest to the right. */
export interface Square {
  power: number;
  interest: number;
}

export function fieldOf({ power, interest }: Square): Field {
  if (power >= CUT) return interest >= CUT ? "key_players" : "keep_satisfied";
  return interest >= CUT ? "keep_informed" : "monitor";
}

/** Every square, from the top down and from left to right. */
export const SQUARES: readonly Square[] = [5, 4, 3, 2, 1].flatMap((power) =>
  [1, 2, 3, 4, 5].map((interest) => ({ power, interest })),
);

/** Names a square in the page, so that what lies under a pointer says where it is. */
export function squareKey({ power, interest }: Square): string {
  return `${power}/${interest}`;
}

export function squareOfKey(key: string): Square | null {
  const [power, interest] = key.split("/").map(Number);
  const isSquare = [power, interest].every((step) => step !== undefined && step >= LOWEST && step <= HIGHEST);
  return isSquare ? ({ power, interest } as Square) : null;
}

const STEPS: Readonly<Record<string, Square>> = {
  ArrowUp: { power: 1, interest: 0 },
  ArrowDown: { power: -1, interest: 0 },
  ArrowRight: { power: 0, interest: 1 },
  ArrowLeft: { power: 0, interest: -1 },
};

/** Where somebody begins who has no place yet: in the middle, with what is known of them. */
export function firstSquare(power: number | null, interest: number | null): Square {
  return { power: power ?? CUT, interest: interest ?? CUT };
}

/** The square that an arrow key leads to, or null for any other key. */
export function squareAfter(key: string, from: Square): Square | null {
  const step = STEPS[key];
  if (step === undefined) return null;
  return { power: within(from.power + step.power), interest: within(from.interest + step.interest) };
}

function within(step: number): number {
  return Math.min(HIGHEST, Math.max(LOWEST, step));
}

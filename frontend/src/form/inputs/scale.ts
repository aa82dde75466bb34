import type { ScaleField } from "../description";

export type MarkKind = "worst" | "minus" | "neutral" | "plus" | "best" | "dot";

/** The values of a scale from its lowest to its highest. */
export function stepsOf({ low, high }: ScaleField): number[] {
  return Array.from({ length: high - low + 1 }, (_, index) => low + index);
}

/** The sign of a step on a scale with two sides; a shape as well as a colour. Other scales have dots. */
export function markOf({ low, high }: ScaleField, value: number): MarkKind {
  if (low >= 0) return "dot";
  if (value === 0) return "neutral";
  if (value < 0) return value === low && low < -1 ? "worst" : "minus";
  return value === high && high > 1 ? "best" : "plus";
}

/** Dots up to seven steps; longer scales, such as 0 to 10, are numbers. */
export function hasDots(field: ScaleField): boolean {
  return field.low >= 0 && field.high - field.low < 7;
}

/**
 * Return the step that a key picks, or null.
 *
 * A digit is the value itself; on a scale with two sides it is the place of the step counted from the
 * lowest, because -2 would take two keys.
 */
export function stepOfKey(field: ScaleField, value: number | null, key: string): number | null {
  if (/^\d$/u.test(key)) {
    const step = field.low < 0 ? field.low + Number(key) - 1 : Number(key);
    return step >= field.low && step <= field.high ? step : null;
  }
  const by = { ArrowRight: 1, ArrowUp: 1, "+": 1, ArrowLeft: -1, ArrowDown: -1, "-": -1 }[key];
  if (by === undefined) return key === "Home" ? field.low : key === "End" ? field.high : null;
  if (value === null) return by > 0 ? field.low : field.high;
  return Math.min(field.high, Math.max(field.low, value + by));
}

/** How far an objective's figure has come; pure. */

import type { Row } from "../../collab";
import { numberIn, textIn } from "../action/action";

export interface Measure {
  baseline: number | null;
  current: number | null;
  target: number | null;
  unit: string;
  /** From the baseline to the target, 0 to 1; null where one of the three is not known. */
  share: number | null;
  state: "unknown" | "back" | "under_way" | "reached";
}

export function measureOf({ values }: Row): Measure {
  const [baseline, current, target] = [values.baseline, values.current, values.target].map(numberIn);
  const known = { baseline: baseline ?? null, current: current ?? null, target: target ?? null };
  const unit = textIn(values.unit) ?? "";
  const way = wayOf(known);
  if (way === null) return { ...known, unit, share: null, state: "unknown" };
  const state = way >= 1 ? "reached" : way < 0 ? "back" : "under_way";
  return { ...known, unit, share: Math.min(1, Math.max(0, way)), state };
}

/** The share of the way from the baseline to the target, below 0 when it went the wrong way. */
function wayOf({
  baseline,
  current,
  target,
}: Pick<Measure, "baseline" | "current" | "target">): number | null {
  // Where nobody has said where it began, a figure of nothing is the fairest beginning.
  const from = baseline ?? 0;
  if (current === null || target === null) return null;
  if (target === from) return current === target ? 1 : null;
  return (current - from) / (target - from);
}

/** How strongly a cell of the white space is coloured. */

import type { Row } from "../../collab";
import { numberIn, textIn } from "../action/action";

export const STATUSES = ["open", "deployed", "proposed", "competitor", "not_applicable"] as const;
export type Status = (typeof STATUSES)[number];

export interface SpaceCell {
  status: Status;
  current: number | null;
  potential: number | null;
}

export function spaceCellOf({ values }: Row): SpaceCell {
  const said = textIn(values.status);
  return {
    // As the analysis takes it: of a cell without a status nobody has said that it is taken.
    status: STATUSES.find((one) => one === said) ?? "open",
    current: numberIn(values.current),
    potential: numberIn(values.potential),
  };
}

const STEPS = 4;

/** From "1" to "4" by potential against the largest there is; "out" for what does not apply. */
export function heatOf({ status, potential }: SpaceCell, most: number): string | undefined {
  if (status === "not_applicable") return "out";
  if (potential === null || potential <= 0 || most <= 0) return undefined;
  return String(Math.min(STEPS, Math.max(1, Math.ceil((potential / most) * STEPS))));
}

export function largestPotential(rows: readonly Row[]): number {
  return Math.max(0, ...rows.map((row) => spaceCellOf(row).potential ?? 0));
}

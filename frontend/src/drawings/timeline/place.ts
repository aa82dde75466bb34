/** Where a bar lies on its line, in pixels from the left of the chart. */

import { addDays } from "../../form";
import { type BarKind, type Dates, extentOf, kindOf } from "./bars";
import { type Scale, xOf } from "./days";

export interface Place {
  kind: BarKind;
  left: number;
  width: number;
}

/** A bar of a day, seen from far, must still be hit by a pointer; WCAG 2.2 asks for 24 with the space around. */
const LEAST = 10;

/** The width of the sign for a lone due date. */
const SIGN = 16;

export function placeOf(dates: Dates, scale: Scale): Place {
  const kind = kindOf(dates);
  const extent = extentOf(dates);
  if (extent === null) return { kind, left: 0, width: 0 };
  const left = xOf(scale, extent.first);
  if (kind === "due") return { kind, left: left + (scale.px - SIGN) / 2, width: SIGN };
  return { kind, left, width: Math.max(LEAST, xOf(scale, addDays(extent.last, 1)) - left) };
}

/** Lines from an action to those that wait for it. */

import { addDays } from "../../form";
import type { Action } from "../action/action";
import { extentOf } from "./bars";
import { type Scale, xOf } from "./days";
import type { Line } from "./lines";

export interface Arrow {
  from: string;
  to: string;
  /** What waits begins before what it waits for is due. */
  isLate: boolean;
  path: string;
}

/** How far an arrow leaves a bar before it turns, in pixels. */
const STUB = 7;

/** Return an arrow for every dependency of which both ends are drawn. */
export function arrowsOf(lines: readonly Line[], scale: Scale, lineHeight: number): Arrow[] {
  const ys = new Map<string, { action: Action; y: number }>();
  for (const [at, line] of lines.entries()) {
    if (line.kind === "action") ys.set(line.action.id, { action: line.action, y: (at + 0.5) * lineHeight });
  }
  const arrows: Arrow[] = [];
  for (const { action, y } of ys.values()) {
    for (const other of new Set(action.dependsOn)) {
      const from = ys.get(other);
      const arrow = from && other !== action.id ? arrowBetween(from, { action, y }, scale, lineHeight) : null;
      if (arrow) arrows.push(arrow);
    }
  }
  return arrows;
}

interface End {
  action: Action;
  y: number;
}

function arrowBetween(from: End, to: End, scale: Scale, lineHeight: number): Arrow | null {
  const [first, second] = [extentOf(from.action), extentOf(to.action)];
  if (first === null || second === null) return null;
  const x1 = xOf(scale, addDays(first.last, 1));
  const x2 = xOf(scale, second.first);
  const path = pathOf(x1, from.y, x2, to.y, lineHeight);
  return { from: from.action.id, to: to.action.id, isLate: second.first <= first.last, path };
}

/** Out of the end, down or up, into the beginning; around when the beginning lies before the end. */
export function pathOf(x1: number, y1: number, x2: number, y2: number, lineHeight: number): string {
  if (x2 - x1 >= 2 * STUB) return `M${x1} ${y1}H${x1 + STUB}V${y2}H${x2}`;
  const between = y2 > y1 ? y2 - lineHeight / 2 : y2 + lineHeight / 2;
  return `M${x1} ${y1}H${x1 + STUB}V${between}H${x2 - STUB}V${y2}H${x2}`;
}

/** Where a risk lies between likelihood and impact, and where a step leads; pure. */

import type { Row } from "../../collab";
import { numberIn, textIn } from "../action/action";

/** The steps of both scales. */
export const STEPS = [1, 2, 3, 4, 5] as const;
const [LOW, MIDDLE, HIGH] = [1, 3, 5];

export interface Rating {
  likelihood: number;
  impact: number;
}

export interface Risk {
  id: string;
  rating: Rating | null;
  status: string | null;
  answer: string | null;
}

export type Direction = "up" | "down" | "left" | "right";

export function riskOf({ id, values }: Row): Risk {
  const [likelihood, impact] = [numberIn(values.likelihood), numberIn(values.impact)];
  const rating = likelihood === null || impact === null ? null : { likelihood, impact };
  return { id, rating, status: textIn(values.status), answer: textIn(values.answer) };
}

/** How much a risk weighs: likelihood times impact, as the usual matrix of risks has it. */
export function weightOf({ likelihood, impact }: Rating): number {
  return likelihood * impact;
}

/** Low below 8, high from 15 on. */
export function zoneOf(rating: Rating): "low" | "medium" | "high" {
  const weight = weightOf(rating);
  return weight >= 15 ? "high" : weight >= 8 ? "medium" : "low";
}

/** Return the rating one step in a direction, or null at the edge; what has none yet begins in the middle. */
export function stepOf(rating: Rating | null, to: Direction): Rating | null {
  if (rating === null) return { likelihood: MIDDLE, impact: MIDDLE };
  const { likelihood, impact } = rating;
  const moved = {
    likelihood: within(likelihood + (to === "right" ? 1 : to === "left" ? -1 : 0)),
    impact: within(impact + (to === "up" ? 1 : to === "down" ? -1 : 0)),
  };
  return moved.likelihood === likelihood && moved.impact === impact ? null : moved;
}

function within(value: number): number {
  return Math.min(HIGH, Math.max(LOW, value));
}

/** Return the risks of a cell, in the plan's order. */
export function risksAt(risks: readonly Risk[], { likelihood, impact }: Rating): Risk[] {
  return risks.filter(({ rating }) => rating?.likelihood === likelihood && rating.impact === impact);
}

/**
 * Return the risk that an arrow key leads to, or null when there is none that way.
 *
 * Up and down go through the risks of one cell first; then the nearest in the direction counts, and of those the one
 * that lies least aside.
 */
export function neighbourOf(risks: readonly Risk[], id: string, to: Direction): string | null {
  const from = risks.find((risk) => risk.id === id);
  if (!from?.rating) return besideUnrated(risks, id, to);
  const cell = risksAt(risks, from.rating);
  const inCell = to === "up" ? -1 : to === "down" ? 1 : 0;
  const next = inCell === 0 ? undefined : cell[cell.indexOf(from) + inCell];
  if (next) return next.id;
  const here = from.rating;
  const beyond = risks
    .map((risk) => ({ risk, way: risk.rating && wayTo(here, risk.rating, to) }))
    .filter(({ way }) => way !== null && way.ahead > 0)
    .sort((a, b) => (a.way?.ahead ?? 0) - (b.way?.ahead ?? 0) || (a.way?.aside ?? 0) - (b.way?.aside ?? 0));
  return beyond[0]?.risk.id ?? null;
}

/** Those without a rating lie side by side. */
function besideUnrated(risks: readonly Risk[], id: string, to: Direction): string | null {
  const unrated = risks.filter(({ rating }) => rating === null);
  const step = to === "left" || to === "up" ? -1 : 1;
  return unrated[unrated.findIndex((risk) => risk.id === id) + step]?.id ?? null;
}

function wayTo(from: Rating, to: Rating, direction: Direction): { ahead: number; aside: number } {
  const right = to.likelihood - from.likelihood;
  const up = to.impact - from.impact;
  const ahead = { right, left: -right, up, down: -up }[direction];
  const aside = Math.abs(direction === "left" || direction === "right" ? up : right);
  return { ahead, aside };
}

/** Outlines of the kinds of nodes, drawn to the node's measures, so that they are told apart without colour. */

import type { NodeKind } from "./kinds";
import { NODE } from "./lanes";

const { width: W, height: H } = NODE;
const PLAIN = `M9 1H${W - 9}a8 8 0 0 1 8 8V${H - 9}a8 8 0 0 1-8 8H9a8 8 0 0 1-8-8V9a8 8 0 0 1 8-8Z`;

/** A goal is a plain card, a challenge has its corners cut, an initiative points ahead, a trait is round, our value is a folded sheet. */
export const OUTLINES: Record<NodeKind, string> = {
  goal: PLAIN,
  challenge: `M16 1H${W - 16}L${W - 1} 16V${H - 16}L${W - 16} ${H - 1}H16L1 ${H - 16}V16Z`,
  initiative: `M9 1H${W - 20}L${W - 1} ${H / 2}L${W - 20} ${H - 1}H9a8 8 0 0 1-8-8V9a8 8 0 0 1 8-8Z`,
  trait: `M${H / 2} 1H${W - H / 2}a${H / 2 - 1} ${H / 2 - 1} 0 0 1 0 ${H - 2}H${H / 2}a${H / 2 - 1} ${H / 2 - 1} 0 0 1 0-${H - 2}Z`,
  our_value: `M9 1H${W - 19}L${W - 1} 19V${H - 9}a8 8 0 0 1-8 8H9a8 8 0 0 1-8-8V9a8 8 0 0 1 8-8ZM${W - 19} 1V19H${W - 1}`,
};

export const NO_KIND = PLAIN;

/** Small signs beside the word, in a square of 14. */
export const SIGNS: Record<NodeKind, string> = {
  goal: "M7 1.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11ZM7 5a2 2 0 1 0 0 4a2 2 0 1 0 0-4Z",
  challenge: "M7 1.5 13 12.5H1ZM7 5.5v3.2M7 10.5v.3",
  initiative: "M3.5 13V1.5H11L9 4.5l2 3H3.5",
  trait:
    "M5 7a2.3 2.3 0 1 0 0-4.6A2.3 2.3 0 0 0 5 7ZM1 12.5c0-4.5 8-4.5 8 0M10 3a2 2 0 0 1 0 4M11 9.2c1.3.5 2 1.7 2 3.3",
  our_value: "M7 1.5 12.5 7 7 12.5 1.5 7Z",
};

/** What a link does, as a sign in a circle of radius 8 around nought. */
export const LINK_SIGNS = {
  supports: "M-4 0H4M0-4V4",
  hinders: "M-4 0H4",
  addresses: "M-4 .5-1 3.5 4-3",
} as const;

/** How a link ends, pointing right with its tip at nought: an arrow, a bar across, an open arrow. */
export const LINK_ENDS = {
  supports: "M0 0-10-5V5Z",
  hinders: "M-2-7V7",
  addresses: "M-9-6 0 0-9 6",
} as const;

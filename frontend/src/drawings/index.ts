/** The drawings of the plan: further ways to look at a section, each a chunk of its own. */

import type { CollectionKey } from "../schema/plan.generated";
import type { Drawing } from "./drawing";

const DRAWINGS: Partial<Record<CollectionKey, readonly Drawing[]>> = {};

export type { Drawing, DrawingProps } from "./drawing";

export function drawingsOf(section: string): readonly Drawing[] {
  return DRAWINGS[section as CollectionKey] ?? [];
}

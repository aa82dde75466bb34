import { useInternalNode } from "@xyflow/react";
import { type Curve, curveBetween } from "./edgePath";
import { CARD } from "./person";

/** The curve between two cards where they are now, also while one of them is dragged. */
export function useCurve(from: string, to: string, bend: number): Curve | null {
  const start = useInternalNode(from)?.internals.positionAbsolute;
  const end = useInternalNode(to)?.internals.positionAbsolute;
  return start && end ? curveBetween({ ...start, ...CARD }, { ...end, ...CARD }, bend) : null;
}

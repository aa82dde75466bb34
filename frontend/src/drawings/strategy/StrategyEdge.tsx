import { BaseEdge, type Edge, type EdgeProps, getBezierPath, Position } from "@xyflow/react";
import { memo } from "react";
import type { LinkKind } from "./kinds";
import styles from "./StrategyEdge.module.css";
import type { Light } from "./StrategyNode";
import { LINK_ENDS, LINK_SIGNS } from "./shapes";

export interface StrategyEdgeData extends Record<string, unknown> {
  kind: LinkKind | null;
  light: Light;
}

/** Degrees that a line turns to, by the side of the node it runs into. */
const HEADING: Record<Position, number> = {
  [Position.Left]: 0,
  [Position.Top]: 90,
  [Position.Right]: 180,
  [Position.Bottom]: 270,
};

/** What one node does to another: its line, its end and the sign on it each say it on their own. */
export const StrategyEdge = memo(function StrategyEdge(props: EdgeProps<Edge<StrategyEdgeData>>) {
  const { data, targetX, targetY, targetPosition, selected } = props;
  const kind = data?.kind ?? null;
  const [line, x, y] = pathOf(props);
  return (
    <g
      className={styles.link}
      data-kind={kind ?? "none"}
      data-light={data?.light ?? undefined}
      data-selected={selected || undefined}
    >
      <BaseEdge path={line} interactionWidth={24} />
      {kind && (
        <>
          <path
            className={styles.end}
            d={LINK_ENDS[kind]}
            transform={`translate(${targetX} ${targetY}) rotate(${HEADING[targetPosition]})`}
          />
          <g className={styles.badge} transform={`translate(${x} ${y})`}>
            <circle r="8" />
            <path d={LINK_SIGNS[kind]} />
          </g>
        </>
      )}
    </g>
  );
});

/** The path of a link and its middle. */
function pathOf(props: EdgeProps): [string, number, number] {
  const { sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition } = props;
  if (sourcePosition !== targetPosition) {
    const [line, x, y] = getBezierPath(props);
    return [line, x, y];
  }
  // Over the tops: an arch that stays in the gap between two rows.
  const height = Math.abs(sourceY - targetY) + ARCH;
  const [a, b] = [sourceY - height, targetY - height];
  const line = `M${sourceX} ${sourceY}C${sourceX} ${a} ${targetX} ${b} ${targetX} ${targetY}`;
  return [line, (sourceX + targetX) / 2, (sourceY + targetY) / 2 - height * 0.75];
}

const ARCH = 36;

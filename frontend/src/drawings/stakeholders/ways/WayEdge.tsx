import { type Edge, EdgeLabelRenderer, type EdgeProps } from "@xyflow/react";
import { memo } from "react";
import { useCurve } from "../useCurve";
import styles from "./ways.module.css";

export interface WayData extends Record<string, unknown> {
  /** 1 for the surest way. */
  number: number;
}

/** A step of a way: its number on it, and a stroke of its own for each number. */
export const WayEdge = memo(function WayEdge(props: EdgeProps<Edge<WayData>>) {
  const { data, source, target } = props;
  const number = data?.number ?? 1;
  const curve = useCurve(source, target, 2 * (number - 1));
  if (curve === null) return null;
  return (
    <>
      <path d={curve.path} className={styles.way} data-way={number} markerEnd="url(#way-end)" />
      <EdgeLabelRenderer>
        <span
          className={styles.number}
          data-way={number}
          style={{ transform: `translate(-50%, -50%) translate(${curve.middle.x}px, ${curve.middle.y}px)` }}
          aria-hidden="true"
        >
          {number}
        </span>
      </EdgeLabelRenderer>
    </>
  );
});

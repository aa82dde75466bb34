import { type Edge, EdgeLabelRenderer, type EdgeProps } from "@xyflow/react";
import { memo } from "react";
import type { InfluenceData } from "./influence";
import styles from "./map.module.css";
import { useCurve } from "./useCurve";

/** Who influences whom, dotted, the heavier the stronger; a conflict is dashed and has a cross. */
export const InfluenceEdge = memo(function InfluenceEdge(props: EdgeProps<Edge<InfluenceData>>) {
  const { id, data, selected, source, target } = props;
  const curve = useCurve(source, target, data?.bend ?? 0);
  if (data === undefined || curve === null) return null;
  return (
    <>
      {/* A hand needs more to aim at than can be seen. */}
      <path
        d={curve.path}
        className="react-flow__edge-interaction"
        fill="none"
        strokeOpacity={0}
        strokeWidth={16}
      />
      <path
        id={id}
        d={curve.path}
        className={styles.influence}
        data-kind={data.kind}
        data-strength={data.strength}
        data-selected={selected || undefined}
        markerEnd={data.kind === "influences" ? "url(#influence-end)" : undefined}
      />
      {data.kind === "conflicts" && <ConflictSign at={curve.middle} />}
    </>
  );
});

function ConflictSign({ at }: { at: { x: number; y: number } }) {
  return (
    <EdgeLabelRenderer>
      <span
        className={styles.conflict}
        style={{ transform: `translate(-50%, -50%) translate(${at.x}px, ${at.y}px)` }}
        aria-hidden="true"
      >
        ×
      </span>
    </EdgeLabelRenderer>
  );
}

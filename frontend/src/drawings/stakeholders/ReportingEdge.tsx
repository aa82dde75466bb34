import type { Edge, EdgeProps } from "@xyflow/react";
import { memo } from "react";
import styles from "./map.module.css";
import type { ReportingData } from "./reportingLines";
import { useCurve } from "./useCurve";

/** A reporting line that lies across the tree. */
export const ReportingEdge = memo(function ReportingEdge(props: EdgeProps<Edge<ReportingData>>) {
  const { data, source, target } = props;
  const curve = useCurve(source, target, 0);
  return curve && <path d={curve.path} className={styles.across} data-round={data?.isRound || undefined} />;
});

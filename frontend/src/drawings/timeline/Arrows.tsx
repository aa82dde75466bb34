import { memo } from "react";
import type { Arrow } from "./arrows";
import styles from "./timeline.module.css";

interface ArrowsProps {
  arrows: readonly Arrow[];
  /** The bar that has the focus; its arrows stand out. */
  near: string | null;
  width: number;
  height: number;
}

/** What waits for what. Screen readers hear it from the bars. */
export const Arrows = memo(function Arrows({ arrows, near, width, height }: ArrowsProps) {
  return (
    <svg className={styles.arrows} width={width} height={height} aria-hidden="true">
      <defs>
        {["usual", "near", "late"].map((kind) => (
          <marker
            key={kind}
            id={`timeline-${kind}`}
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="7"
            markerHeight="7"
            orient="auto"
          >
            <path className={styles.tip} data-kind={kind} d="M0 0.5 7.5 4 0 7.5z" />
          </marker>
        ))}
      </defs>
      {arrows.map((arrow) => {
        const kind = arrow.isLate ? "late" : arrow.from === near || arrow.to === near ? "near" : "usual";
        return (
          <path
            key={`${arrow.from}/${arrow.to}`}
            className={styles.arrow}
            data-kind={kind}
            d={arrow.path}
            markerEnd={`url(#timeline-${kind})`}
          />
        );
      })}
    </svg>
  );
});

import { type Kpi, type Point, sparkOf } from "./series";
import styles from "./sparks.module.css";

const [WIDTH, HEIGHT] = [320, 72];

/** The values as a line between the lines of baseline (dotted) and target (dashed); words stand beside it. */
export function SparkLine({ kpi, points }: { kpi: Kpi; points: readonly Point[] }) {
  const spark = sparkOf(kpi, points, WIDTH, HEIGHT);
  const last = spark.points.at(-1);
  return (
    <svg className={styles.spark} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      {spark.baseline !== null && (
        <line className={styles.baseline} x1="0" x2={WIDTH} y1={spark.baseline} y2={spark.baseline} />
      )}
      {spark.target !== null && (
        <line className={styles.target} x1="0" x2={WIDTH} y1={spark.target} y2={spark.target} />
      )}
      <path className={styles.series} d={spark.path} />
      {spark.points.map((point) => (
        <circle key={point.id} className={styles.point} cx={point.x} cy={point.y} r="2" />
      ))}
      {last && <circle className={styles.point} data-last cx={last.x} cy={last.y} r="4" />}
    </svg>
  );
}

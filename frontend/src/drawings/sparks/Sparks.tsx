import { useMemo } from "react";
import { useRows } from "../../collab";
import type { DrawingProps } from "../drawing";
import { useShown } from "../lanes/useShown";
import { KpiCard } from "./KpiCard";
import { seriesByKpi } from "./series";
import styles from "./sparks.module.css";

const NO_VALUES: readonly never[] = [];

/** KPIs with the line of their values, and a place to write today's. */
export default function Sparks({ label, rows, all, canEdit, onOpen }: DrawingProps) {
  const shown = useShown(all, rows);
  const values = useRows("kpi_values");
  const series = useMemo(() => seriesByKpi(values), [values]);
  return (
    <ul className={styles.cards} aria-label={label}>
      {shown.map((row) => (
        <KpiCard
          key={row.id}
          row={row}
          points={series.get(row.id) ?? NO_VALUES}
          canEdit={canEdit}
          onOpen={onOpen}
        />
      ))}
    </ul>
  );
}

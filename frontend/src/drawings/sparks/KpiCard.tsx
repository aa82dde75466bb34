import type { CSSProperties } from "react";
import { useTranslation } from "react-i18next";
import { type Row, useFocusTarget, useOthersAt } from "../../collab";
import { fieldIn, formatTarget, PersonTag, useLabels, useRecordName, useSection } from "../../form";
import { useFormats } from "../../ui";
import { textIn } from "../action/action";
import { Member } from "../action/Named";
import { AddValue } from "./AddValue";
import { SparkLine } from "./SparkLine";
import { type Kpi, kpiOf, type Point, type Trend, trendOf } from "./series";
import styles from "./sparks.module.css";

interface KpiCardProps {
  row: Row;
  points: readonly Point[];
  canEdit: boolean;
  onOpen(id: string, field?: string | null): void;
}

/** A KPI: its last value, what became of it, its line, and where it should go. */
export function KpiCard({ row, points, canEdit, onOpen }: KpiCardProps) {
  const kpi = kpiOf(row);
  const at = { section: "kpis", id: row.id, field: null };
  const others = useOthersAt(at);
  const focus = useFocusTarget(at);
  const { text } = useRecordName("kpis", row.id);
  const color = others[0]?.color;
  const owner = textIn(row.values.owner);
  return (
    <li
      className={styles.card}
      data-target={formatTarget(at)}
      data-others={color ? true : undefined}
      style={color ? ({ "--person": color } as CSSProperties) : undefined}
      {...focus}
    >
      <PersonTag people={others} />
      <button type="button" className={styles.title} onClick={() => onOpen(row.id)}>
        {text}
      </button>
      <Last kpi={kpi} points={points} />
      <SparkLine kpi={kpi} points={points} />
      <Goal row={row} kpi={kpi} />
      {owner && (
        <span className={styles.owner}>
          <Member id={owner} />
        </span>
      )}
      {canEdit && <AddValue kpi={row.id} name={text} points={points} />}
    </li>
  );
}

const SIGNS = {
  up: "M2 10 7 4l5 6",
  down: "M2 4l5 6 5-6",
  level: "M2 7h10",
  reached: "M2 7.5 5.5 11 12 3.5",
};

/** The sign says which way the figure went; whether that is good is said by the word. */
function signOf(trend: Trend, points: readonly Point[]): string | null {
  const [last, before] = [points.at(-1), points.at(-2)];
  if (trend === "reached") return SIGNS.reached;
  if (last === undefined || before === undefined) return null;
  if (trend === "steady") return SIGNS.level;
  return last.value > before.value ? SIGNS.up : SIGNS.down;
}

/** The last value with its day, and in a word where it is going. */
function Last({ kpi, points }: { kpi: Kpi; points: readonly Point[] }) {
  const { t } = useTranslation("trendViews");
  const { number, day } = useFormats();
  const last = points.at(-1);
  const trend = trendOf(kpi, points);
  if (last === undefined) return <p className={styles.nothing}>{t("sparks.no_value")}</p>;
  const sign = signOf(trend, points);
  return (
    <p className={styles.last}>
      <strong>
        {number(last.value)} <small>{kpi.unit}</small>
      </strong>
      <span className={styles.trend} data-trend={trend}>
        {sign && (
          <svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">
            <path d={sign} />
          </svg>
        )}
        {t(`sparks.trend.${trend}`)}
      </span>
      <span className={styles.quiet}>{t("sparks.on", { day: day(last.day) })}</span>
    </p>
  );
}

/** Where it began, where it should be and by when, and which way is good. */
function Goal({ row, kpi }: { row: Row; kpi: Kpi }) {
  const { t } = useTranslation("trendViews");
  const { number, day } = useFormats();
  const labels = useLabels();
  const field = fieldIn(useSection("kpis"), "direction");
  const direction = textIn(row.values.direction);
  const parts = [
    kpi.baseline !== null && t("sparks.baseline", { value: number(kpi.baseline) }),
    kpi.target !== null &&
      (kpi.due === null
        ? t("sparks.target", { value: number(kpi.target) })
        : t("sparks.target_by", { value: number(kpi.target), day: day(kpi.due) })),
    kpi.target === null && t("sparks.no_target"),
    direction !== null && field && labels.choice("kpis", field, direction),
  ];
  return <p className={styles.goal}>{parts.filter(Boolean).join(" · ")}</p>;
}

import { useTranslation } from "react-i18next";
import type { Row } from "../../collab";
import { useFormats } from "../../ui";
import { textIn } from "../action/action";
import styles from "./horizons.module.css";
import { type Measure, measureOf } from "./measure";

/** The figure of an objective: where it began, where it is, where it should be. */
export function MeasureBar({ row }: { row: Row }) {
  const { t } = useTranslation(["trendViews", "actionViews"]);
  const measure = measureOf(row);
  const name = textIn(row.values.measure);
  const isSilent = measure.target === null && measure.current === null && name === null;
  if (isSilent) return <span className={styles.lacking}>{t("horizons.no_measure")}</span>;
  return (
    <div className={styles.measure}>
      {name && <span>{name}</span>}
      {measure.share !== null && (
        <span className={styles.bar} aria-hidden="true">
          <span data-state={measure.state} style={{ width: `${measure.share * 100}%` }} />
        </span>
      )}
      <Figures measure={measure} />
    </div>
  );
}

function Figures({ measure }: { measure: Measure }) {
  const { t } = useTranslation(["trendViews", "actionViews"]);
  const { number } = useFormats();
  const { baseline, current, target, unit, state } = measure;
  const said = (value: number | null) => (value === null ? "–" : number(value));
  return (
    <span className={styles.figures}>
      <span>{t("horizons.baseline", { value: said(baseline) })}</span>
      <strong>
        {said(current)} {unit}
      </strong>
      <span>{t("horizons.target", { value: said(target) })}</span>
      {(state === "reached" || state === "back") && (
        <span className={styles.state} data-state={state}>
          {t(`horizons.${state}`)}
        </span>
      )}
    </span>
  );
}

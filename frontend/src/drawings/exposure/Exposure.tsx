import { Fragment, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { DrawingProps } from "../drawing";
import { useShown } from "../lanes/useShown";
import { AnswerList } from "./AnswerList";
import { Corner, Step } from "./Axis";
import { Cell } from "./Cell";
import styles from "./exposure.module.css";
import { type Rating, riskOf, risksAt, STEPS } from "./risks";
import { Unrated } from "./Unrated";
import { useMatrix } from "./useMatrix";

/** Risks by likelihood and impact, moved to rate them. */
export default function Exposure({ section, label, rows, all, canEdit, onOpen }: DrawingProps) {
  const { t } = useTranslation("trendViews");
  const shown = useShown(all, rows);
  const risks = useMemo(() => shown.map(riskOf), [shown]);
  const element = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const matrix = useMatrix({ section, risks, canEdit, element, onOpen, onReach: setChosen });
  const reached = risks.some(({ id }) => id === chosen) ? chosen : (risks[0]?.id ?? null);
  const numbers = new Map(risks.map(({ id }, at) => [id, at + 1]));
  const chipsOf = (rating: Rating | null) => ({
    risks: rating === null ? risks.filter((risk) => risk.rating === null) : risksAt(risks, rating),
    matrix,
    numbers,
    reached,
  });
  return (
    <div ref={element} className={styles.exposure}>
      <p id={matrix.hintId} className={styles.hint}>
        {t(canEdit ? "exposure.hint" : "exposure.hint_reading")}
      </p>
      {risks.some((risk) => risk.rating === null) && <Unrated {...chipsOf(null)} />}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is filled in. */}
      <div className={styles.cells} role="group" aria-label={label}>
        {[...STEPS].reverse().map((impact) => (
          <Fragment key={impact}>
            <Step section={section} scale="impact" step={impact} />
            {STEPS.map((likelihood) => (
              <Cell key={likelihood} rating={{ likelihood, impact }} {...chipsOf({ likelihood, impact })} />
            ))}
          </Fragment>
        ))}
        <Corner section={section} />
        {STEPS.map((step) => (
          <Step key={step} section={section} scale="likelihood" step={step} />
        ))}
      </div>
      <AnswerList risks={risks} numbers={numbers} onOpen={onOpen} />
    </div>
  );
}

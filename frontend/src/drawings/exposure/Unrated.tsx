import { useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Chips, type ChipsProps } from "./Cell";
import styles from "./exposure.module.css";
import { useRiskDrop } from "./useRiskDrop";

/** Risks that lack a rating, to be dragged where they belong. */
export function Unrated(chips: ChipsProps) {
  const { t } = useTranslation("trendViews");
  const id = useId();
  const element = useRef<HTMLElement>(null);
  const isOver = useRiskDrop(element, chips.matrix, null, null);
  return (
    <section ref={element} className={styles.tray} data-over={isOver || undefined} aria-labelledby={id}>
      <h3 id={id}>
        {t("exposure.tray")} <span>{chips.risks.length}</span>
      </h3>
      <Chips {...chips} />
    </section>
  );
}

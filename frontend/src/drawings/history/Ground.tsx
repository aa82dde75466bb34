import { useTranslation } from "react-i18next";
import { fieldIn, type SectionDescription, useLabels } from "../../form";
import styles from "./history.module.css";
import { FELT, LEFT, VOICES, yOf } from "./place";
import { type Axis, xOf } from "./years";

interface GroundProps {
  axis: Axis;
  section: SectionDescription;
  hasVoices: boolean;
}

/** Lines of years and of what they felt, with their names. */
export function Ground({ axis, section, hasVoices }: GroundProps) {
  const { t } = useTranslation("history");
  const labels = useLabels();
  const felt = fieldIn(section, "felt");
  return (
    <div aria-hidden="true">
      {axis.years.map((day) => (
        <span key={day} className={styles.year} style={{ left: LEFT + xOf(axis, day) }}>
          {day.slice(0, 4)}
        </span>
      ))}
      {FELT.map((step) => (
        <span
          key={step}
          className={styles.level}
          data-middle={step === 0 || undefined}
          style={{ top: yOf(step) }}
        >
          <span>
            {t("level", { step: step > 0 ? `+${step}` : String(step).replace("-", "−") })}{" "}
            {felt && labels.step(section.key, felt, step)}
          </span>
        </span>
      ))}
      {hasVoices && (
        <span className={styles.level} style={{ top: VOICES - 12 }}>
          <span>{t("voices.short")}</span>
        </span>
      )}
    </div>
  );
}

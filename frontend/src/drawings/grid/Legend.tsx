import { useTranslation } from "react-i18next";
import { PersonGlyph, StanceSign } from "../stakeholders/PersonGlyph";
import { usePersonWords } from "../stakeholders/usePersonWords";
import styles from "./grid.module.css";

const STANCES = [-2, -1, 0, 1, 2] as const;
const EXAMPLE = { name: "", stance: null, now: 1, wanted: 3 };

/** What signs and rings mean. */
export function Legend() {
  const { t } = useTranslation("powerGrid");
  const { step } = usePersonWords();
  return (
    <ul className={styles.legend} aria-label={t("legend.name")}>
      {STANCES.map((stance) => (
        <li key={stance}>
          <StanceSign stance={stance} />
          {step("stance", stance)}
        </li>
      ))}
      <li>
        <StanceSign stance={null} />
        {t("legend.unsaid")}
      </li>
      <li>
        <PersonGlyph person={EXAMPLE} />
        {t("legend.ring")}
      </li>
    </ul>
  );
}

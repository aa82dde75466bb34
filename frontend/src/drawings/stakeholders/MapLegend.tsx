import { useTranslation } from "react-i18next";
import styles from "./map.module.css";
import { PersonGlyph, StanceSign } from "./PersonGlyph";
import { usePersonWords } from "./usePersonWords";

const STANCES = [-2, -1, 0, 1, 2] as const;
const EXAMPLE = { name: "", stance: null, now: 1, wanted: 3 };

/** What colours, signs and lines of the map mean. */
export function MapLegend() {
  const { t } = useTranslation("stakeholderMap");
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
        <PersonGlyph person={EXAMPLE} />
        {t("legend.ring")}
      </li>
      <LineSample kind="influences" />
      <LineSample kind="conflicts" />
      <li>
        <span className={styles.sampleBars} aria-hidden="true">
          <i data-full />
          <i data-full />
          <i />
          <i />
        </span>
        {t("legend.cover")}
      </li>
    </ul>
  );
}

function LineSample({ kind }: { kind: "influences" | "conflicts" }) {
  const { t } = useTranslation("stakeholderMap");
  return (
    <li>
      <svg width="36" height="10" aria-hidden="true">
        <path d="M1 5h34" className={styles.influence} data-kind={kind} data-strength="2" />
      </svg>
      {t(`legend.${kind}`)}
    </li>
  );
}

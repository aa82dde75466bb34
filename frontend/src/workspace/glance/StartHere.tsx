import { useTranslation } from "react-i18next";
import { PlaceLink } from "./Block";
import styles from "./glance.module.css";

/** What to begin with in a plan that holds nothing yet, in the order in which it pays. */
const STEPS = ["strategy_nodes", "stakeholders", "team_members", "objectives", "actions"] as const;

export function StartHere() {
  const { t } = useTranslation("glance");
  return (
    <section className={styles.start} aria-labelledby="glance-start">
      <h2 id="glance-start">{t("start.title")}</h2>
      <p className={styles.quiet}>{t("start.text")}</p>
      <ol>
        {STEPS.map((section) => (
          <li key={section}>
            <PlaceLink target={{ section, id: null, field: null }}>{t(`start.${section}.what`)}</PlaceLink>
            <span className={styles.quiet}>{t(`start.${section}.why`)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

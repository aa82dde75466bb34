import { Button } from "@mantine/core";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { Finding } from "../../collab";
import { useFindingsPanel } from "../findings/findingsContext";
import { useFindingWords } from "../findings/findingWords";
import { bySeverity, useOpenFindings } from "../findings/openFindings";
import { SeverityMark } from "../findings/SeverityMark";
import { parseTarget } from "../places/targets";
import { PlaceLink, Reported } from "./Block";
import styles from "./glance.module.css";

const MOST = 5;

/** What must and should be mended, and the way there. */
export function FindingsBlock() {
  const { t } = useTranslation("glance");
  const id = useId();
  const { isShown, togglePanel } = useFindingsPanel();
  return (
    <section className={styles.block} aria-labelledby={id}>
      <header>
        <h2 id={id}>{t("findings.title")}</h2>
        {!isShown && (
          <Button size="xs" variant="subtle" onClick={togglePanel}>
            {t("findings.all")}
          </Button>
        )}
      </header>
      <Reported part="health">{() => <Pressing />}</Reported>
    </section>
  );
}

function Pressing() {
  const { t } = useTranslation("glance");
  const groups = bySeverity(useOpenFindings());
  const counts = Object.fromEntries(groups.map(([severity, some]) => [severity, some.length]));
  const first = groups.filter(([severity]) => severity !== "could").flatMap(([, some]) => some);
  if (first.length === 0) return <p className={styles.quiet}>{t("findings.none")}</p>;
  return (
    <>
      <p className={styles.headline}>
        {t("findings.count", { must: counts.must ?? 0, should: counts.should ?? 0 })}
      </p>
      <ul className={styles.cards}>
        {first.slice(0, MOST).map((finding) => (
          <Line key={`${finding.code} ${finding.where}`} finding={finding} />
        ))}
      </ul>
    </>
  );
}

function Line({ finding }: { finding: Finding }) {
  const { t } = useTranslation(["glance", "findings"]);
  const { message, remedy } = useFindingWords()(finding);
  return (
    <li className={styles.finding}>
      <SeverityMark severity={finding.severity} />
      <span>
        <span className={styles.unseen}>{t(`findings:severity.${finding.severity}`)}: </span>
        {message} <span className={styles.quiet}>{remedy}</span>{" "}
        <PlaceLink target={parseTarget(finding.where)}>
          {t("findings.goThere")}
          <span className={styles.unseen}>: {message}</span>
        </PlaceLink>
      </span>
    </li>
  );
}

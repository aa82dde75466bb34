import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Health, ToolHealth } from "../../schema/report.generated";
import { Ring, useFigures } from "../../ui";
import { useWorkspace } from "../frame/workspaceContext";
import { More, Reported } from "./Block";
import styles from "./glance.module.css";

const MOST = 6;

/** How complete the plan is and how sure we are of it, the thinnest tools first. */
export function HealthBlock() {
  const { t } = useTranslation("glance");
  return (
    <section className={`${styles.block} ${styles.wide}`} aria-labelledby="glance-health">
      <header>
        <h2 id="glance-health">{t("health.title")}</h2>
      </header>
      <Reported part="health">{(figures) => <Tools figures={figures} />}</Reported>
    </section>
  );
}

function Tools({ figures: { completeness, evidence, tools } }: { figures: Health }) {
  const { t } = useTranslation("glance");
  const { share } = useFigures();
  const thin = tools
    .filter((tool) => tool.completeness < 100)
    .sort((a, b) => a.completeness - b.completeness);
  const { confirmed, assumed, old } = evidence;
  return (
    <>
      <p className={styles.headline}>
        {t("health.complete", { share: share(completeness / 100) })}{" "}
        {t("health.evidence", { confirmed, assumed })} {old > 0 && t("health.old", { count: old })}
      </p>
      <ul className={styles.lines}>
        {thin.slice(0, MOST).map((tool) => (
          <Line key={tool.tool} {...tool} />
        ))}
      </ul>
      <More count={thin.length - MOST} />
    </>
  );
}

function Line({ tool, completeness, findings }: ToolHealth) {
  const { t } = useTranslation("glance");
  const { planId } = useWorkspace();
  const { share } = useFigures();
  const pressing = findings.must + findings.should;
  return (
    <li>
      <Ring percent={completeness} />
      <Link className={styles.link} to="/plans/$planId/$toolKey" params={{ planId, toolKey: tool }}>
        {t(`tool.${tool}.label`, { ns: "plan" })}
      </Link>
      <span className={styles.aside}>
        {share(completeness / 100)}
        {pressing > 0 && ` · ${t("health.findings", { count: pressing })}`}
      </span>
    </li>
  );
}

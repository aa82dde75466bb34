import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { usePlanSession } from "../../collab";
import { Bar } from "../../ui";
import styles from "./ExportDialog.module.css";
import { countMarked, type MarkedCount, OPEN_SECTIONS } from "./shared";

/** What would reach the customer, in numbers, said before it does. */
export function WhatLeaves() {
  const { t, i18n } = useTranslation("workspace");
  const counts = useMarkedCounts();
  const listed = new Intl.ListFormat(i18n.language).format(
    OPEN_SECTIONS.map(({ key }) => t(`section.${key}.label`, { ns: "plan" })),
  );
  return (
    <section className={styles.leaves} aria-labelledby="what-leaves">
      <h3 id="what-leaves">{t("export.leaves")}</h3>
      {counts.every(({ shared }) => shared === 0) && (
        <Bar tone="warn" title={t("export.nothing")}>
          {t("export.nothingHelp")}
        </Bar>
      )}
      <ul>
        {counts.map(({ section, shared, all }) => (
          <li key={section.key} data-none={shared === 0}>
            <span>{t(`section.${section.key}.label`, { ns: "plan" })}</span>{" "}
            <b>{t("export.sharedOf", { shared, all })}</b>
          </li>
        ))}
      </ul>
      <p>{t("export.always", { listed })}</p>
      <p>{t("export.stays")}</p>
    </section>
  );
}

/** The counts, kept up while the dialog is open and others go on marking. */
function useMarkedCounts(): MarkedCount[] {
  const { doc } = usePlanSession();
  const [counts, setCounts] = useState(() => countMarked(doc));
  useEffect(() => {
    const recount = () => setCounts(countMarked(doc));
    recount();
    doc.on("update", recount);
    return () => doc.off("update", recount);
  }, [doc]);
  return counts;
}

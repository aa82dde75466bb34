import { useTranslation } from "react-i18next";
import type { Criterion } from "../../schema/report.generated";
import { useFigures } from "../../ui";
import styles from "./heat.module.css";

/** Our lead on a criterion, and in words whether it is ours alone; nothing while it is being worked out. */
export function LeadText({ found, isUpdating }: { found: Criterion | undefined; isUpdating: boolean }) {
  const { t } = useTranslation("heatMap");
  const { lead: signed } = useFigures();
  if (isUpdating) return <Updating />;
  if (found?.lead === null || found === undefined) {
    return <span className={styles.quiet}>{t("lead.none")}</span>;
  }
  const side = found.lead > 0 ? "ahead" : found.lead < 0 ? "behind" : "level";
  return (
    <span className={styles.lead} data-side={side}>
      <strong>{signed(found.lead)}</strong> {found.unique ? t("lead.unique") : t(`lead.${side}`)}
    </span>
  );
}

/** Stands for a figure that what was just typed has made old. */
export function Updating() {
  const { t } = useTranslation("heatMap");
  return (
    <span className={styles.quiet} title={t("updating")}>
      <span aria-hidden="true">…</span>
      <span className={styles.unseen}>{t("updating")}</span>
    </span>
  );
}

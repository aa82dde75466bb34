import { useTranslation } from "react-i18next";
import type { Competition, Vendor } from "../../schema/report.generated";
import type { Margin } from "../../tools/matrix";
import { useFigures } from "../../ui";
import styles from "./heat.module.css";
import { Updating } from "./LeadText";
import { US } from "./order";

/** Below this, a score is of so few criteria that it says how many. */
const WHOLE = 1;

/** The rows under the vendors: the weighted score, and how far we lead each of them. */
export function useVendorFoot(figures: Competition | null, isUpdating: boolean): Margin[] {
  const { t } = useTranslation("heatMap");
  const vendorOf = (id: string) => figures?.vendors.find(({ vendor }) => vendor === id);
  const show = (id: string, Shown: typeof Score) => {
    const vendor = vendorOf(id);
    if (isUpdating || figures === null) return <Updating />;
    return vendor ? <Shown {...vendor} /> : null;
  };
  return [
    {
      key: "score",
      head: <span title={t("score.help")}>{t("score.head")}</span>,
      of: ({ id }) => show(id, Score),
    },
    {
      key: "lead",
      head: (
        <>
          {t("overRival.head")}
          <small className={styles.coverage}>{t("overRival.help")}</small>
        </>
      ),
      of: ({ id }) => (id === US ? null : show(id, Lead)),
    },
  ];
}

function Score({ score, coverage }: Vendor) {
  const { t } = useTranslation("heatMap");
  const figures = useFigures();
  if (score === null) return <span className={styles.quiet}>{t("score.none")}</span>;
  return (
    <>
      <strong>{figures.score(score)}</strong>
      {coverage < WHOLE && (
        <small className={styles.coverage}>{t("score.coverage", { share: figures.share(coverage) })}</small>
      )}
    </>
  );
}

function Lead({ lead }: Vendor) {
  const { t } = useTranslation("heatMap");
  const { lead: signed } = useFigures();
  if (lead === null) return <span className={styles.quiet}>{t("lead.none")}</span>;
  const side = lead > 0 ? "ahead" : lead < 0 ? "behind" : "level";
  return (
    <span className={styles.lead} data-side={side}>
      <strong>{signed(lead)}</strong>
    </span>
  );
}

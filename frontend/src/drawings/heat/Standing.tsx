import { useTranslation } from "react-i18next";
import { useConnection } from "../../collab";
import type { Competition } from "../../schema/report.generated";
import { useFigures } from "../../ui";
import styles from "./heat.module.css";
import { useNameOf } from "./useNameOf";

/** In a sentence: who our best rival is, by how much we lead, and what is ours alone. */
export function Standing({ figures, isUpdating }: { figures: Competition | null; isUpdating: boolean }) {
  const { t } = useTranslation("heatMap");
  const isAway = useConnection().status === "offline";
  const said = useSaid(figures);
  const waits = isUpdating || figures === null;
  return (
    <p className={styles.standing} aria-live="polite" aria-busy={waits && !isAway}>
      {waits ? t(isAway ? "standing.away" : "updating") : said}
    </p>
  );
}

function useSaid(figures: Competition | null): string {
  const { t } = useTranslation("heatMap");
  const { score, list } = useFigures();
  const rivalOf = useNameOf("competitors");
  const criterionOf = useNameOf("buying_criteria");
  if (figures?.lead === null || figures === null || figures.best_rival === null) return t("standing.nobody");
  const { lead, best_rival, unique } = figures;
  const side = lead > 0 ? "ahead" : lead < 0 ? "behind" : "level";
  const first = t(`standing.${side}`, { rival: rivalOf(best_rival), lead: score(Math.abs(lead)) });
  const only =
    unique.length > 0
      ? t("standing.unique", { criteria: list(unique.map(criterionOf)) })
      : t("standing.nothingOurs");
  return `${first} ${only}`;
}

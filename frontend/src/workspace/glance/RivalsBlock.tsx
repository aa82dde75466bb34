import { useTranslation } from "react-i18next";
import { useNameOf } from "../../drawings/heat/useNameOf";
import type { Competition, Criterion } from "../../schema/report.generated";
import { useFigures } from "../../ui";
import { LeadBar } from "./Bar";
import { Block, More, Nothing, PlaceLink, Reported } from "./Block";
import styles from "./glance.module.css";

const MOST = 7;
/** The widest lead there can be on a scale of 1 to 5. */
const WIDEST = 4;

/** Where the customer finds us better than our rivals, and where worse. */
export function RivalsBlock() {
  return (
    <Block name="rivals" tool="competitors">
      <Reported part="competition">{(figures) => <Rivals figures={figures} />}</Reported>
    </Block>
  );
}

function Rivals({ figures }: { figures: Competition }) {
  const compared = byWeight(figures.criteria);
  if (compared.length === 0) return <Nothing name="rivals" section="ratings" />;
  return (
    <>
      <Standing {...figures} />
      <ul className={styles.lines}>
        {compared.slice(0, MOST).map((criterion) => (
          <Line key={criterion.criterion} {...criterion} />
        ))}
      </ul>
      <More count={compared.length - MOST} />
    </>
  );
}

function Standing({ lead, best_rival, unique }: Competition) {
  const { t } = useTranslation("glance");
  const { score, list } = useFigures();
  const rivalOf = useNameOf("competitors");
  const criterionOf = useNameOf("buying_criteria");
  const side = lead === null ? "nobody" : lead > 0 ? "ahead" : lead < 0 ? "behind" : "level";
  const rival = best_rival === null ? "" : rivalOf(best_rival);
  return (
    <p className={styles.headline}>
      {t(`rivals.${side}`, { rival, lead: score(Math.abs(lead ?? 0)) })}{" "}
      {unique.length > 0
        ? t("rivals.only", { criteria: list(unique.map(criterionOf)) })
        : t("rivals.nothingOurs")}
    </p>
  );
}

function Line({ criterion, weight, lead, ours, theirs, unique }: Criterion) {
  const { t } = useTranslation("glance");
  const { lead: signed, score } = useFigures();
  const name = useNameOf("buying_criteria")(criterion);
  return (
    <li className={styles.measured}>
      <span>
        <PlaceLink target={{ section: "buying_criteria", id: criterion, field: null }}>{name}</PlaceLink>{" "}
        <span className={styles.quiet}>{weight === null ? "" : t("rivals.weight", { weight })}</span>
      </span>
      <LeadBar lead={lead ?? 0} most={WIDEST} />
      <span className={styles.aside}>
        <strong>{signed(lead ?? 0)}</strong>{" "}
        {t("rivals.against", { ours: score(ours ?? 0), theirs: score(theirs ?? 0) })}
        {unique && ` · ${t("rivals.unique")}`}
      </span>
    </li>
  );
}

/** Criteria on which we can be compared, those that count most first. */
function byWeight(criteria: readonly Criterion[]): Criterion[] {
  return criteria.filter(({ lead }) => lead !== null).sort((a, b) => (b.weight ?? 0) - (a.weight ?? 0));
}

import { useTranslation } from "react-i18next";
import { type Row, useRows } from "../../collab";
import { fieldIn, useLabels, useSection } from "../../form";
import { useFormats } from "../../ui";
import { actionOf, dayIn, listIn, STATUSES, textIn } from "../action/action";
import { Member, Named } from "../action/Named";
import styles from "./horizons.module.css";
import { MeasureBar } from "./MeasureBar";

/** What a card says of its objective: how far the figure is, who answers for it, what is done for it. */
export function ObjectiveCard({ row }: { row: Row }) {
  const { t } = useTranslation(["trendViews", "actionViews"]);
  const { day } = useFormats();
  const { values } = row;
  const [owner, due, goals] = [textIn(values.owner), dayIn(values.due), listIn(values.goals)];
  return (
    <div className={styles.face}>
      <MeasureBar row={row} />
      <span className={styles.line}>
        {owner ? (
          <Member id={owner} />
        ) : (
          <span className={styles.lacking}>{t("actionViews:board.no_owner")}</span>
        )}
        {values.shared === true && <span className={styles.shared}>{t("actionViews:board.shared")}</span>}
      </span>
      <span className={styles.line}>
        <span className={due ? undefined : styles.quiet}>
          {due ? t("actionViews:due.on", { day: day(due) }) : t("actionViews:due.none")}
        </span>
      </span>
      {goals.length > 0 ? (
        <Goals ids={goals} />
      ) : (
        <span className={styles.lacking}>{t("horizons.no_goal")}</span>
      )}
      <ActionCount objective={row.id} />
    </div>
  );
}

function Goals({ ids }: { ids: readonly string[] }) {
  const { t } = useTranslation(["trendViews", "actionViews"]);
  return (
    <div className={styles.goals}>
      <span className={styles.quiet}>{t("horizons.serves")}</span>
      <ul>
        {ids.map((id) => (
          <li key={id}>
            <Named section="strategy_nodes" id={id} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** How many actions bring an objective closer, and where they are. */
function ActionCount({ objective }: { objective: string }) {
  const { t } = useTranslation(["trendViews", "actionViews"]);
  const labels = useLabels();
  const field = fieldIn(useSection("actions"), "status");
  const actions = useRows("actions")
    .map(actionOf)
    .filter((action) => action.objective === objective);
  if (actions.length === 0) return <span className={styles.lacking}>{t("horizons.no_action")}</span>;
  const counts = STATUSES.map((status) => ({
    status,
    count: actions.filter((action) => action.status === status).length,
  })).filter(({ count }) => count > 0);
  return (
    <p className={styles.actions}>
      <span>{t("horizons.actions", { count: actions.length })}</span>
      {counts.map(({ status, count }) => (
        <span key={status} data-status={status}>
          {count} {field && labels.choice("actions", field, status).toLocaleLowerCase()}
        </span>
      ))}
    </p>
  );
}

import { useTranslation } from "react-i18next";
import { useNameOf } from "../../drawings/heat/useNameOf";
import type { GoalThread, Traceability } from "../../schema/report.generated";
import { useFigures } from "../../ui";
import { ShareBar, StateSign } from "./Bar";
import { Block, More, Nothing, PlaceLink, Reported } from "./Block";
import styles from "./glance.module.css";

const MOST = 10;

/** What the customer wants, and whether anybody serves it. */
export function GoalsBlock() {
  return (
    <Block name="goals" tool="strategy_map">
      <Reported part="traceability">{(figures) => <Goals {...figures} />}</Reported>
    </Block>
  );
}

function Goals({ coverage, goals }: Traceability) {
  const { t } = useTranslation("glance");
  const { share } = useFigures();
  if (coverage === null) return <Nothing name="goals" section="strategy_nodes" />;
  const served = goals.filter((goal) => goal.served).length;
  const shown = inOrder(goals);
  return (
    <>
      <p className={styles.headline}>
        {t("goals.coverage", { share: share(coverage), served, count: goals.length })}
      </p>
      <ShareBar share={coverage} />
      <ul className={styles.lines}>
        {shown.slice(0, MOST).map((goal) => (
          <Goal key={goal.goal} goal={goal} />
        ))}
      </ul>
      <More count={shown.length - MOST} />
    </>
  );
}

function Goal({ goal }: { goal: GoalThread }) {
  const { t } = useTranslation("glance");
  const name = useNameOf("strategy_nodes")(goal.goal);
  return (
    <li>
      <StateSign isGood={goal.served} />
      <PlaceLink target={{ section: "strategy_nodes", id: goal.goal, field: null }}>{name}</PlaceLink>
      <span className={styles.aside}>
        {goal.served ? t("goals.served", { count: goal.actions.length }) : t("goals.nobody")}
        {" · "}
        {t("goals.importance", { importance: goal.importance })}
      </span>
    </li>
  );
}

/** What nobody serves first, and of that the most important. */
export function inOrder(goals: readonly GoalThread[]): GoalThread[] {
  return [...goals].sort((a, b) => Number(a.served) - Number(b.served) || b.importance - a.importance);
}

import type { Node, NodeProps } from "@xyflow/react";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { HeldBy, TitleField } from "../canvas";
import { BranchButton } from "../tree/BranchButton";
import type { Division, Revenue } from "./division";
import styles from "./divisions.module.css";
import { useTree } from "./treeContext";
import { useDivisionWords } from "./useDivisionWords";

export interface DivisionData extends Record<string, unknown> {
  division: Division;
  revenue: Revenue | null;
  /** How many stand below. */
  below: number;
  isCollapsed: boolean;
  /** The filter leaves it out: it stands where it stood, quietly. */
  isQuiet: boolean;
}

/** A division's card: what and where it is, how many work there, what we earn there, what they buy. */
export const DivisionNode = memo(function DivisionNode({ id, data }: NodeProps<Node<DivisionData>>) {
  const { division, revenue, isQuiet } = data;
  const { placeOf } = useDivisionWords();
  return (
    <div className={styles.card} data-quiet={isQuiet || undefined}>
      <HeldBy id={id} />
      <Name division={division} />
      <span className={styles.place}>{placeOf(division)}</span>
      <Figures division={division} revenue={revenue} />
      {division.buys !== "" && <span className={styles.buys}>{division.buys}</span>}
      <Folding {...data} />
    </div>
  );
});

function Name({ division }: { division: Division }) {
  const { t } = useTranslation("divisionMap");
  const { renaming, commit, leave } = useTree();
  const { nameOf } = useDivisionWords();
  if (renaming?.id !== division.id) return <strong className={styles.name}>{nameOf(division)}</strong>;
  return (
    <TitleField
      label={t("card.name")}
      value={division.name}
      typed={renaming.typed}
      maxLength={200}
      onCommit={(name) => commit(division.id, name)}
      onLeave={(how) => leave(division.id, how)}
    />
  );
}

function Figures({ division: { headcount }, revenue }: Pick<DivisionData, "division" | "revenue">) {
  const { t } = useTranslation("divisionMap");
  const words = useDivisionWords();
  if (headcount === null && revenue === null) return null;
  return (
    <span className={styles.figures}>
      {headcount !== null && <span>{t("card.people", { count: headcount })}</span>}
      {revenue !== null && (
        <span className={styles.revenue} title={words.revenue(revenue)}>
          <Share {...revenue} />
          {words.revenue(revenue)}
        </span>
      )}
    </span>
  );
}

/** How much of what there is to earn we earn already, as a bar; the words beside it say the same. */
function Share({ current, potential }: Revenue) {
  const share = potential > 0 ? Math.min(1, current / potential) : 1;
  return (
    <svg className={styles.share} viewBox="0 0 32 6" aria-hidden="true">
      <rect width="32" height="6" rx="2" data-part="rest" />
      <rect width={32 * share} height="6" rx="2" data-part="ours" />
    </svg>
  );
}

function Folding({ division, below, isCollapsed }: DivisionData) {
  const { t } = useTranslation("divisionMap");
  const { toggle } = useTree();
  const { nameOf } = useDivisionWords();
  const words = t(isCollapsed ? "branch.expand" : "branch.collapse", {
    name: nameOf(division),
    count: below,
  });
  return (
    <BranchButton
      count={below}
      isCollapsed={isCollapsed}
      label={words}
      onToggle={() => toggle(division.id)}
    />
  );
}

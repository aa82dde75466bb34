import type { Node, NodeProps } from "@xyflow/react";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { Anchors, HeldBy, TitleField, useCanvas } from "../canvas";
import { BranchButton } from "../tree/BranchButton";
import { CoverMarks } from "./CoverMarks";
import type { Cover } from "./coverage";
import styles from "./map.module.css";
import { useMap } from "./mapContext";
import { PersonGlyph } from "./PersonGlyph";
import type { Stakeholder } from "./person";
import { usePersonWords } from "./usePersonWords";
import { WayStarts } from "./ways/WayStarts";

export interface PersonData extends Record<string, unknown> {
  person: Stakeholder;
  covers: readonly Cover[];
  /** How many people stand below; 0 when they lead nobody. */
  below: number;
  isCollapsed: boolean;
  /** The filter leaves them out: they stand where they stood, quietly. */
  isQuiet: boolean;
}

/** A person's card: name and title, how they feel and how much they decide, who of ours covers them. */
export const PersonNode = memo(function PersonNode({ id, data }: NodeProps<Node<PersonData>>) {
  const { canEdit } = useCanvas();
  const { goal } = useMap();
  const { person, covers, isQuiet } = data;
  return (
    <div
      className={styles.card}
      data-stance={person.stance ?? "unsaid"}
      data-quiet={isQuiet || undefined}
      data-goal={goal === id || undefined}
    >
      <Anchors isConnectable={canEdit} taken={data.below > 0 ? "bottom" : null} />
      <HeldBy id={id} />
      <PersonGlyph person={person} />
      <div className={styles.words}>
        <CardWords person={person} />
      </div>
      <div className={styles.foot}>
        <StandingWords person={person} />
        <CoverMarks covers={covers} />
      </div>
      <Folding {...data} />
      <WayStarts id={id} />
    </div>
  );
});

function CardWords({ person }: { person: Stakeholder }) {
  const { t } = useTranslation("stakeholderMap");
  const { renaming, commit, leave } = useMap();
  const { nameOf } = usePersonWords();
  const field = renaming?.id === person.id ? renaming.field : null;
  if (field !== null) {
    return (
      <TitleField
        label={t(`card.${field}`)}
        value={person[field]}
        typed={renaming?.typed ?? null}
        maxLength={200}
        onCommit={(words) => commit(person.id, field, words)}
        onLeave={(how) => leave(person.id, how)}
      />
    );
  }
  return (
    <>
      <strong className={styles.name}>{nameOf(person)}</strong>
      <span className={styles.title} data-renames="title">
        {person.title}
      </span>
    </>
  );
}

/** How much they decide and how they feel about us, in words. */
function StandingWords({ person: { power, stance } }: { person: Stakeholder }) {
  const { t } = useTranslation("stakeholderMap");
  const { step } = usePersonWords();
  return (
    <span className={styles.standing}>
      <span className={styles.power} data-great={(power ?? 0) >= 4 || undefined} title={t("card.powerHelp")}>
        {power === null ? t("card.powerUnsaid") : t("card.power", { power })}
      </span>
      <span className={styles.stance}>{stance === null ? "" : step("stance", stance)}</span>
    </span>
  );
}

function Folding({ person, below, isCollapsed }: PersonData) {
  const { t } = useTranslation("stakeholderMap");
  const { toggle } = useMap();
  const { nameOf } = usePersonWords();
  const words = t(isCollapsed ? "branch.expand" : "branch.collapse", { name: nameOf(person), count: below });
  return (
    <BranchButton count={below} isCollapsed={isCollapsed} label={words} onToggle={() => toggle(person.id)} />
  );
}

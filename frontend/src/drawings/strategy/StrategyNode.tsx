import type { Node, NodeProps } from "@xyflow/react";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { useEdits } from "../../collab";
import { Avatar } from "../../ui";
import { Anchors, HeldBy, TitleField, useCanvas } from "../canvas";
import type { NodeKind } from "./kinds";
import { NODE } from "./lanes";
import { NodeSign } from "./NodeSign";
import styles from "./StrategyNode.module.css";
import { NO_KIND, OUTLINES } from "./shapes";

/** Lit: on the way that is shown; dim: off it. */
export type Light = "lit" | "dim" | null;

export interface StrategyNodeData extends Record<string, unknown> {
  title: string;
  kind: NodeKind | null;
  /** The kind in words. */
  kindWords: string;
  importance: number | null;
  evidence: "assumed" | "confirmed" | null;
  isShared: boolean;
  /** Names of who cares, the one who cares most first. */
  cares: readonly string[];
  light: Light;
  /** What was typed over the node while its title is changed in place, or null; undefined otherwise. */
  typed: string | null | undefined;
  titleLimit: number | undefined;
  onRenamed(id: string, isKept: boolean): void;
}

type StrategyNodeProps = NodeProps<Node<StrategyNodeData>>;

/** A goal, a challenge, an initiative, a trait of their culture or our value, on the map. */
export const StrategyNode = memo(function StrategyNode({ id, data, isConnectable }: StrategyNodeProps) {
  const { kind, light, evidence } = data;
  const { t } = useTranslation("strategyMap");
  return (
    <div
      className={styles.node}
      data-kind={kind ?? "none"}
      data-light={light ?? undefined}
      data-evidence={evidence ?? undefined}
    >
      <svg className={styles.shape} viewBox={`0 0 ${NODE.width} ${NODE.height}`} aria-hidden="true">
        <path d={kind ? OUTLINES[kind] : NO_KIND} />
      </svg>
      <div className={styles.head}>
        {kind && <NodeSign kind={kind} />}
        <span>{data.kindWords}</span>
        <Marks data={data} />
      </div>
      {data.typed === undefined ? (
        <p className={styles.name} title={data.title}>
          {data.title || t("node.unnamed")}
        </p>
      ) : (
        <Title id={id} data={data} typed={data.typed} />
      )}
      <div className={styles.foot}>
        <Importance value={data.importance} />
        <Cares names={data.cares} />
      </div>
      <HeldBy id={id} />
      <Anchors isConnectable={isConnectable} />
    </div>
  );
});

function Title({ id, data, typed }: { id: string; data: StrategyNodeData; typed: string | null }) {
  const { t } = useTranslation("strategyMap");
  const { view, section } = useCanvas();
  const edits = useEdits();
  return (
    <TitleField
      label={t("node.title")}
      value={data.title}
      typed={typed}
      maxLength={data.titleLimit}
      onCommit={(title) => edits.set(section, id, "title", title)}
      onLeave={(how, isKept) => {
        data.onRenamed(id, isKept);
        if (how === "keyboard") view.focus(id);
      }}
    />
  );
}

/** Whether somebody has confirmed it, and whether the customer sees it. */
function Marks({ data: { evidence, isShared } }: { data: StrategyNodeData }) {
  const { t } = useTranslation("strategyMap");
  return (
    <span className={styles.marks} aria-hidden="true">
      {isShared && (
        <svg viewBox="0 0 14 14" width="14" height="14">
          <title>{t("node.shared")}</title>
          <path d="M1 7c3-5 9-5 12 0-3 5-9 5-12 0ZM7 5.2a1.8 1.8 0 1 0 0 3.6a1.8 1.8 0 1 0 0-3.6Z" />
        </svg>
      )}
      {evidence && (
        <svg viewBox="0 0 14 14" width="14" height="14">
          <title>{t(`evidence.${evidence}`)}</title>
          <path
            d={evidence === "confirmed" ? "M2.5 7.5l3 3 6-7" : "M4 5c0-4 6-4 6-.5C10 7 7 6.8 7 9M7 11.8v.2"}
          />
        </svg>
      )}
    </span>
  );
}

const STEPS = [1, 2, 3, 4, 5];

/** How much it matters to the customer, as dots; the words are in the node's name. */
function Importance({ value }: { value: number | null }) {
  return (
    <span className={styles.dots} aria-hidden="true">
      {value !== null && STEPS.map((step) => <i key={step} data-filled={step <= value || undefined} />)}
    </span>
  );
}

/** Who cares, the one who cares most first and ringed. */
function Cares({ names }: { names: readonly string[] }) {
  return (
    <span className={styles.cares} aria-hidden="true">
      {names.map((name, at) => (
        <span key={name} data-first={at === 0 || undefined}>
          <Avatar name={name} department="" size={20} color="var(--face)" />
        </span>
      ))}
    </span>
  );
}

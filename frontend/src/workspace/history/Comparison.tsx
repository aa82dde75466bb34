import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import {
  asProblem,
  type Counts,
  comparisonQuery,
  type Comparison as Found,
  NOW,
  versionsQuery,
} from "../../api";
import { useConnection } from "../../collab";
import { ProblemBar } from "../../pages/forms";
import { EmptyState, useAnnounce } from "../../ui";
import { useWorkspace } from "../frame/workspaceContext";
import { ChangedTool } from "./ChangedTool";
import { CopyChanges } from "./CopyChanges";
import { byTool, EVERYTHING, narrowed } from "./changes";
import type { Asked } from "./HistoryDialogs";
import styles from "./history.module.css";
import { type Compared, useHistory } from "./historyContext";
import { NarrowedTo } from "./NarrowedTo";
import { StatesChoice } from "./StatesChoice";
import { Waiting } from "./VersionList";

interface ComparisonProps {
  compared: Compared;
  onAsk(question: Asked): void;
}

/** What changed from one state of the plan to another. */
export function Comparison({ compared, onAsk }: ComparisonProps) {
  const { planId } = useWorkspace();
  const versions = useQuery(versionsQuery(planId)).data ?? [];
  const { data, error, isPending, refetch } = useQuery(comparisonQuery(planId, compared.from, compared.to));
  const isOffline = useConnection().status === "offline";
  return (
    <>
      <BackToList />
      <StatesChoice compared={compared} versions={versions} />
      {error && !isOffline && <ProblemBar problem={asProblem(error)} onAgain={() => void refetch()} />}
      {isPending && !error && !isOffline && <Waiting />}
      {data && <Changes key={`${compared.from} ${compared.to}`} found={data} onAsk={onAsk} />}
    </>
  );
}

/** The way back, where the focus arrives. */
function BackToList() {
  const { t } = useTranslation("versions");
  const { compare } = useHistory();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <Button ref={button} className={styles.back} size="xs" variant="subtle" onClick={() => compare(null)}>
      <span aria-hidden="true">‹&nbsp;</span>
      {t("back")}
    </Button>
  );
}

interface ChangesProps {
  found: Found;
  onAsk(question: Asked): void;
}

function Changes({ found, onAsk }: ChangesProps) {
  const { t } = useTranslation("versions");
  const [choice, narrow] = useState(EVERYTHING);
  const shown = narrowed(found.changes, choice);
  useNews(found);
  if (found.changes.length === 0) {
    return <EmptyState title={t("same.title")}>{t(found.to ? "same.between" : "same.text")}</EmptyState>;
  }
  return (
    <>
      <Summary found={found} />
      <NarrowedTo changes={found.changes} choice={choice} onChoice={narrow} />
      <Deeds found={found} onAsk={onAsk} />
      {shown.length === 0 && <p className={styles.quiet}>{t("nothingFits")}</p>}
      {byTool(shown).map(([tool, records]) => (
        <ChangedTool key={tool} tool={tool} records={records} version={found.from} onAsk={onAsk} />
      ))}
    </>
  );
}

/** Tells screen readers once what has been found; what changes meanwhile would only interrupt. */
function useNews({ counts }: Found): void {
  const { t } = useTranslation("versions");
  const announce = useAnnounce();
  const told = useRef(false);
  useEffect(() => {
    if (told.current) return;
    told.current = true;
    const count = sum(counts);
    announce(count === 0 ? t("same.title") : t("summary", { count }));
  }, [counts, announce, t]);
}

/** How much has changed, before one reads what. */
function Summary({ found: { counts, leftOut } }: { found: Found }) {
  const { t } = useTranslation("versions");
  const parts = (["changed", "added", "removed", "restored"] as const).filter((kind) => counts[kind] > 0);
  return (
    <p className={styles.summary}>
      <b>{t("summary", { count: sum(counts) })}</b>{" "}
      {parts.map((kind) => t(`counts.${kind}`, { count: counts[kind] })).join(" · ")}
      {leftOut > 0 && ` ${t("leftOut", { count: leftOut })}`}
    </p>
  );
}

function sum({ added, removed, restored, changed }: Counts): number {
  return added + removed + restored + changed;
}

function Deeds({ found, onAsk }: ChangesProps) {
  const { t } = useTranslation("versions");
  const { can } = useWorkspace();
  const isOffline = useConnection().status === "offline";
  const { compared } = useHistory();
  return (
    <div className={styles.deeds}>
      {can("edit") && compared?.to === NOW && (
        <Button
          size="xs"
          variant="default"
          disabled={isOffline}
          onClick={() => onAsk({ deed: "restore", version: found.from, scope: { of: "plan" } })}
        >
          {t("restore.beginAll")}
        </Button>
      )}
      <CopyChanges changes={found.changes} />
    </div>
  );
}

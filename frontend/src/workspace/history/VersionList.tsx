import { Button, Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { asProblem, NOW, type Version, versionsQuery } from "../../api";
import { useConnection } from "../../collab";
import { ProblemBar } from "../../pages/forms";
import { EmptyState } from "../../ui";
import { useWorkspace } from "../frame/workspaceContext";
import type { Asked } from "./HistoryDialogs";
import styles from "./history.module.css";
import { useHistory } from "./historyContext";
import { VersionMenu } from "./VersionMenu";
import { useHistoryWords } from "./versionWords";

/** More than this is not looked through at once. */
const MOST = 30;

interface VersionListProps {
  /** The version that was looked at last, where the focus goes on. */
  startAt: string | null;
  onAsk(question: Asked): void;
}

/** What was kept of the plan, the newest first. */
export function VersionList({ startAt, onAsk }: VersionListProps) {
  const { planId, can } = useWorkspace();
  const { data, error, isPending, refetch } = useQuery(versionsQuery(planId));
  const isOffline = useConnection().status === "offline";
  if (data === undefined && isOffline) return null;
  return (
    <>
      {can("edit") && <KeepButton isOffline={isOffline} onKeep={() => onAsk({ deed: "keep" })} />}
      {error && !isOffline && <ProblemBar problem={asProblem(error)} onAgain={() => void refetch()} />}
      {isPending && <Waiting />}
      {data?.length === 0 && <NothingKept />}
      {data && data.length > 0 && <Versions versions={data} startAt={startAt} onAsk={onAsk} />}
    </>
  );
}

function KeepButton({ isOffline, onKeep }: { isOffline: boolean; onKeep(): void }) {
  const { t } = useTranslation("versions");
  return (
    <Button variant="default" disabled={isOffline} onClick={onKeep}>
      {t("keep.begin")}
    </Button>
  );
}

interface VersionsProps extends VersionListProps {
  versions: readonly Version[];
}

function Versions({ versions, startAt, onAsk }: VersionsProps) {
  const { t } = useTranslation("versions");
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? versions : versions.slice(0, MOST);
  return (
    <>
      <p className={styles.quiet}>{t("choose")}</p>
      <ul className={styles.versions}>
        {shown.map((version) => (
          <VersionItem key={version.id} version={version} isStart={version.id === startAt} onAsk={onAsk} />
        ))}
      </ul>
      {shown.length < versions.length && (
        <Button size="xs" variant="default" onClick={() => setWhole(true)}>
          {t("more", { count: versions.length - shown.length })}
        </Button>
      )}
    </>
  );
}

interface VersionItemProps {
  version: Version;
  isStart: boolean;
  onAsk(question: Asked): void;
}

function VersionItem({ version, isStart, onAsk }: VersionItemProps) {
  const { compare } = useHistory();
  const words = useHistoryWords();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isStart) button.current?.focus();
  }, [isStart]);
  return (
    <li className={styles.version} data-version={version.id}>
      <button
        ref={button}
        type="button"
        className={styles.choose}
        onClick={() => compare({ from: version.id, to: NOW })}
      >
        <span className={version.kind === "named" ? styles.named : undefined}>{words.version(version)}</span>
        <span className={styles.quiet}>{words.kept(version)}</span>
      </button>
      <VersionMenu version={version} onAsk={onAsk} />
    </li>
  );
}

function NothingKept() {
  const { t } = useTranslation("versions");
  return <EmptyState title={t("none.title")}>{t("none.text")}</EmptyState>;
}

/** The shape of what is on the way. */
export function Waiting() {
  const { t } = useTranslation("versions");
  return (
    <div className={styles.contents} role="status" aria-label={t("waiting")} aria-busy="true">
      {[1, 2, 3].map((line) => (
        <Skeleton key={line} height={40} />
      ))}
    </div>
  );
}

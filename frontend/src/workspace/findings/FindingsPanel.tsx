import { Button, NativeSelect } from "@mantine/core";
import { useCallback, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Finding, type Severity, useConnection, useReport } from "../../collab";
import { EmptyState } from "../../ui";
import { SidePanel } from "../frame/SidePanel";
import { AsideList } from "./AsideList";
import { FindingCard } from "./FindingCard";
import styles from "./findings.module.css";
import { useFindingsPanel } from "./findingsContext";
import { bySeverity, countByTool, inTool, useOpenFindings } from "./openFindings";
import { useFindingsNews } from "./useFindingsNews";

/** More than this of one severity is not read at once, and takes long to show. */
const MOST = 40;

/** What the plan finds in itself, the most pressing first, with the ways to mend it. */
export function FindingsPanel() {
  const { isShown, closePanel } = useFindingsPanel();
  const { t } = useTranslation("findings");
  if (!isShown) return null;
  return (
    <SidePanel title={t("title")} isOver={false} onClose={closePanel}>
      <Contents />
    </SidePanel>
  );
}

function Contents() {
  const { t } = useTranslation("findings");
  const { tool } = useFindingsPanel();
  const findings = useOpenFindings();
  const shown = inTool(findings, tool);
  const list = useRef<HTMLDivElement>(null);
  const onGone = useCallback(() => list.current?.focus(), []);
  const isStale = useConnection().status === "offline";
  useFindingsNews(findings);
  return (
    <div ref={list} tabIndex={-1} className={styles.contents}>
      {isStale && <p className={styles.by}>{t("stale")}</p>}
      {findings.length > 0 && <ToolChoice findings={findings} />}
      {shown.length === 0 && <Nothing isFiltered={findings.length > 0} />}
      {bySeverity(shown).map(([severity, some]) => (
        <Group key={severity} severity={severity} findings={some} onGone={onGone} />
      ))}
      <AsideList onGone={onGone} />
    </div>
  );
}

function ToolChoice({ findings }: { findings: readonly Finding[] }) {
  const { t } = useTranslation(["findings", "plan"]);
  const { tool, showTool } = useFindingsPanel();
  const tools = countByTool(findings).map(([key, count]) => ({
    value: key,
    label: t("inTool", { tool: t(`plan:tool.${key}.label`), count }),
  }));
  const chosen = tools.some(({ value }) => value === tool) || tool === "" ? [] : [tool];
  return (
    <NativeSelect
      size="xs"
      aria-label={t("filter")}
      value={tool}
      onChange={(event) => showTool(event.currentTarget.value)}
      data={[
        { value: "", label: t("everywhere", { count: findings.length }) },
        ...tools,
        ...chosen.map((key) => ({
          value: key,
          label: t("inTool", { tool: t(`plan:tool.${key}.label`), count: 0 }),
        })),
      ]}
    />
  );
}

interface GroupProps {
  severity: Severity;
  findings: readonly Finding[];
  onGone(): void;
}

function Group({ severity, findings, onGone }: GroupProps) {
  const { t } = useTranslation("findings");
  const id = useId();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? findings : findings.slice(0, MOST);
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className={styles.severity}>
        {t("group", { severity: t(`severity.${severity}`), count: findings.length })}
      </h3>
      <ul className={styles.list}>
        {shown.map((finding) => (
          <FindingCard key={`${finding.code} ${finding.where}`} finding={finding} onGone={onGone} />
        ))}
      </ul>
      {shown.length < findings.length && (
        <Button size="xs" variant="default" onClick={() => setWhole(true)}>
          {t("more", { count: findings.length - shown.length })}
        </Button>
      )}
    </section>
  );
}

function Nothing({ isFiltered }: { isFiltered: boolean }) {
  const { t } = useTranslation("findings");
  const hasLooked = useReport() !== null;
  const why = isFiltered ? "noneHere" : hasLooked ? "none" : "waiting";
  return <EmptyState title={t(`${why}.title`)}>{t(`${why}.text`)}</EmptyState>;
}

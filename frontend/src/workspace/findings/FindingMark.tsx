import { Popover, UnstyledButton } from "@mantine/core";
import { useCallback, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Finding, Target } from "../../collab";
import { KEEPS_ESCAPE } from "../frame/useEscapeFirst";
import { FindingCard } from "./FindingCard";
import styles from "./findings.module.css";
import { useOpenFindingsAt } from "./openFindings";
import { SeverityMark } from "./SeverityMark";

/** Beside a section, a record or a field: that something is to be mended there, what, and how. */
export function FindingMark({ target }: { target: Target }) {
  const findings = useOpenFindingsAt(target);
  // Most places have none; they pay for nothing else.
  return findings[0] ? <Mark findings={findings} first={findings[0]} /> : null;
}

function Mark({ findings, first }: { findings: readonly Finding[]; first: Finding }) {
  const { t } = useTranslation("findings");
  const [opened, setOpened] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const onGone = useCallback(() => list.current?.focus(), []);
  const words = t("mark", { count: findings.length, severity: t(`severity.${first.severity}`) });
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus returnFocus width={344}>
      <Popover.Target>
        <UnstyledButton
          className={styles.mark}
          data-severity={first.severity}
          aria-label={words}
          title={words}
          {...(opened ? KEEPS_ESCAPE : {})}
          onClick={() => setOpened(!opened)}
        >
          <SeverityMark severity={first.severity} />
          {findings.length > 1 && <span aria-hidden="true">{findings.length}</span>}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className={styles.popover} aria-label={t("here")}>
        <ul ref={list} tabIndex={-1} className={styles.list} {...KEEPS_ESCAPE}>
          {findings.map((finding) => (
            <FindingCard key={finding.code} finding={finding} isHere onGone={onGone} />
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}

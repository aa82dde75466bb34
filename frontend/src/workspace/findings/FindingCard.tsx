import { Button, Group } from "@mantine/core";
import { memo, useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Finding, useReportPart } from "../../collab";
import { KEEPS_ESCAPE } from "../frame/useEscapeFirst";
import { FindingPlace } from "./FindingPlace";
import styles from "./findings.module.css";
import { type FindingWords, useFindingWords } from "./findingWords";
import { SetAsideForm } from "./SetAsideForm";
import { SeverityMark } from "./SeverityMark";
import { useFindingDeeds } from "./useFindingDeeds";

interface FindingCardProps {
  finding: Finding;
  /** Shown beside the very place it speaks of, which then need not be named. */
  isHere?: boolean;
  /** Called when the card goes away while the focus is in it. */
  onGone(): void;
}

/** One finding: what is wrong, what to do about it, and the ways to do that. */
export const FindingCard = memo(function FindingCard({ finding, isHere = false, onGone }: FindingCardProps) {
  const words = useFindingWords()(finding);
  const card = useFocusKept(onGone);
  return (
    <li ref={card} className={styles.finding}>
      {!isHere && <FindingPlace where={finding.where} />}
      <p className={styles.message}>
        <SeverityMark severity={finding.severity} />
        <span>{words.message}</span>
      </p>
      {words.remedy && <p className={styles.remedy}>{words.remedy}</p>}
      <Actions finding={finding} words={words} />
    </li>
  );
});

function Actions({ finding, words: { message } }: { finding: Finding; words: FindingWords }) {
  const { t } = useTranslation("findings");
  const { canAct, mend, setAside } = useFindingDeeds();
  const [asking, setAsking] = useState(false);
  const report = useReportPart("findings");
  // Until the server has looked again, the finding stands although it is mended.
  const [mendedIn, setMendedIn] = useState<typeof report>(null);
  if (!canAct) return null;
  if (asking) {
    return (
      <SetAsideForm onSetAside={(reason) => setAside(finding, reason)} onCancel={() => setAsking(false)} />
    );
  }
  const isMended = mendedIn !== null && mendedIn === report;
  return (
    <Group gap="sm" className={styles.actions}>
      {finding.mend.length > 0 && (
        <Button
          size="xs"
          variant="default"
          aria-label={isMended ? undefined : t("mendThis", { message })}
          // A disabled button would drop the focus of whoever pressed it.
          aria-disabled={isMended}
          {...KEEPS_ESCAPE}
          onClick={() => {
            if (isMended) return;
            mend(finding);
            setMendedIn(report);
          }}
        >
          {isMended ? t("mendedShort") : t("mend")}
        </Button>
      )}
      <Button
        size="xs"
        variant="subtle"
        aria-label={t("setAside.beginThis", { message })}
        {...KEEPS_ESCAPE}
        onClick={() => setAsking(true)}
      >
        {t("setAside.begin")}
      </Button>
    </Group>
  );
}

/** Says when an element goes away with the focus in it, so that the focus is not lost. */
export function useFocusKept(onGone: () => void) {
  const element = useRef<HTMLLIElement>(null);
  useLayoutEffect(() => {
    const kept = element.current;
    return () => {
      if (kept?.contains(document.activeElement)) onGone();
    };
  }, [onGone]);
  return element;
}

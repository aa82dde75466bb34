import { Button, Skeleton } from "@mantine/core";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { asProblem } from "../../../api/problem";
import { useStepWords } from "./useStepWords";
import type { WayThere } from "./useWays";
import styles from "./ways.module.css";

export interface WaysPanelProps {
  /** Whom they lead to. */
  name: string;
  /** Undefined until the server has answered. */
  ways: readonly WayThere[] | undefined;
  problem: unknown;
  onAskAgain(): void;
  /** Left out where nothing may be changed. */
  onCover?: (() => void) | undefined;
  onInfluence?: (() => void) | undefined;
  onClose(): void;
}

/** Who can win somebody: the surest ways with their reasons, or what to do when there is none. */
export function WaysPanel(props: WaysPanelProps) {
  const { name, ways, problem, onClose } = props;
  const { t } = useTranslation("stakeholderMap");
  const panel = useRef<HTMLElement>(null);
  // On a phone it stands below the map, out of sight.
  useEffect(() => {
    panel.current?.scrollIntoView({ block: "nearest" });
  }, []);
  return (
    <aside
      ref={panel}
      className={styles.panel}
      aria-label={t("ways.title", { name })}
      onKeyDown={(event) => event.key === "Escape" && onClose()}
    >
      <header>
        <h3>{t("ways.title", { name })}</h3>
        <button type="button" className={styles.close} aria-label={t("ways.close")} onClick={onClose}>
          ×
        </button>
      </header>
      <div aria-live="polite">
        {ways === undefined && problem === null && <Skeleton height={120} aria-label={t("ways.looking")} />}
        {ways === undefined && problem !== null && <NoAnswer {...props} />}
        {ways?.length === 0 && <NoWay {...props} />}
        {ways !== undefined && ways.length > 0 && <Found ways={ways} />}
      </div>
    </aside>
  );
}

function Found({ ways }: { ways: readonly WayThere[] }) {
  const { t } = useTranslation("stakeholderMap");
  return (
    <>
      <p className={styles.lead}>{t("ways.lead", { count: ways.length })}</p>
      <ol className={styles.ways}>
        {ways.map((way, at) => (
          <OneWay key={way.words} way={way} number={at + 1} />
        ))}
      </ol>
      <p className={styles.note}>{t("ways.note")}</p>
    </>
  );
}

function OneWay({ way, number }: { way: WayThere; number: number }) {
  const { t } = useTranslation("stakeholderMap");
  const say = useStepWords();
  return (
    <li data-way={number}>
      <p className={styles.names}>
        <span className={styles.mark} data-way={number} aria-hidden="true">
          {number}
        </span>
        <strong>{way.words}</strong>
        <span className={styles.chance} title={t("ways.chanceHelp")}>
          {t("ways.chance", { chance: way.chance })}
        </span>
      </p>
      <ul className={styles.reasons}>
        {way.steps.slice(1).map((step, place) => {
          const before = way.steps[place];
          return before && <li key={step.id}>{say(before, step)}</li>;
        })}
      </ul>
    </li>
  );
}

/** Nobody of ours reaches them: what would open a way. */
function NoWay({ name, onCover, onInfluence }: WaysPanelProps) {
  const { t } = useTranslation("stakeholderMap");
  return (
    <div className={styles.none}>
      <p>
        <strong>{t("ways.none", { name })}</strong>
      </p>
      <p>{t("ways.remedy", { name })}</p>
      <div className={styles.remedies}>
        {onInfluence && (
          <Button size="xs" variant="default" onClick={onInfluence}>
            {t("ways.addInfluence")}
          </Button>
        )}
        {onCover && (
          <Button size="xs" variant="default" onClick={onCover}>
            {t("ways.addCover")}
          </Button>
        )}
      </div>
    </div>
  );
}

function NoAnswer({ problem, onAskAgain }: WaysPanelProps) {
  const { t } = useTranslation("stakeholderMap");
  return (
    <div className={styles.none}>
      <p>{asProblem(problem).detail || t("ways.unanswered")}</p>
      <Button size="xs" variant="default" onClick={onAskAgain}>
        {t("ways.again")}
      </Button>
    </div>
  );
}

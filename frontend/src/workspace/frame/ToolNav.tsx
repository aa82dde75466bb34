import { Link } from "@tanstack/react-router";
import { type KeyboardEvent, type ReactNode, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useBin, useCompleteness } from "../../collab";
import { plan } from "../../schema/plan.generated";
import { Ring } from "../../ui";
import { shownInBin } from "../bin/removedRecords";
import { useComments } from "../comments/commentsContext";
import { PAGES, type ToolDescription } from "../places/targets";
import styles from "./ToolNav.module.css";
import { useWorkspace } from "./workspaceContext";

export const BIN = "bin";
export const GLANCE = "glance";

/** Pages of the plan that belong to no tool. */
export const OWN_PAGES: readonly string[] = [GLANCE, BIN];

interface ToolNavProps {
  toolKey: string;
  /** Called after something was chosen, so that a drawer can close. */
  onChosen?: () => void;
}

/** The plan's pages in three parts. Tab reaches the current one, arrow keys the others. */
export function ToolNav({ toolKey, onChosen }: ToolNavProps) {
  const { t } = useTranslation("workspace");
  const nav = useRef<HTMLElement>(null);
  const isListed = OWN_PAGES.includes(toolKey) || PAGES.some(({ key }) => key === toolKey);
  // An address that leads to no page must not leave the list without a way in.
  const listed = { current: toolKey, entrance: isListed ? toolKey : PAGES[0]?.key, onChosen };
  const removed = useBin().filter(shownInBin).length;
  return (
    <nav ref={nav} className={styles.nav} aria-label={t("nav.label")} onKeyDown={(e) => step(e, nav.current)}>
      <ul className={styles.first}>
        <Entry name={GLANCE} listed={listed}>
          {t("nav.glance")}
        </Entry>
      </ul>
      {plan.parts.map(({ key }) => (
        <section key={key} aria-labelledby={`part-${key}`}>
          <h2 id={`part-${key}`} className={styles.part}>
            {t(`part.${key}`, { ns: "plan" })}
          </h2>
          <ul>
            {PAGES.filter((tool) => tool.part === key).map((tool) => (
              <ToolEntry key={tool.key} tool={tool} listed={listed} />
            ))}
          </ul>
        </section>
      ))}
      <ul className={styles.last}>
        <Entry name={BIN} listed={listed}>
          {t("nav.bin")}
          {removed > 0 && (
            <span className={styles.count}>
              <span aria-hidden="true">{removed}</span>
              <span className={styles.unseen}>{t("nav.removed", { count: removed })}</span>
            </span>
          )}
        </Entry>
      </ul>
    </nav>
  );
}

/** What every entry of the list must know. */
interface Listed {
  current: string;
  /** The entry that Tab reaches. */
  entrance: string | undefined;
  onChosen: (() => void) | undefined;
}

function ToolEntry({ tool, listed }: { tool: ToolDescription; listed: Listed }) {
  const { t } = useTranslation("workspace");
  const percent = useCompleteness()[tool.key] ?? 0;
  const comments = useComments().openIn(tool.key);
  return (
    <Entry name={tool.key} listed={listed}>
      <Ring percent={percent} />
      <span className={styles.label}>{t(`tool.${tool.key}.label`, { ns: "plan" })}</span>
      <span className={styles.unseen}>{t("nav.complete", { percent: Math.round(percent) })}</span>
      {comments > 0 && (
        <span className={styles.count}>
          <span aria-hidden="true">{comments}</span>
          <span className={styles.unseen}>{t("nav.comments", { count: comments })}</span>
        </span>
      )}
    </Entry>
  );
}

function Entry({ name, listed, children }: { name: string; listed: Listed; children: ReactNode }) {
  const { planId } = useWorkspace();
  return (
    <li>
      <Link
        to="/plans/$planId/$toolKey"
        params={{ planId, toolKey: name }}
        className={styles.entry}
        aria-current={name === listed.current ? "page" : undefined}
        tabIndex={name === listed.entrance ? 0 : -1}
        onClick={listed.onChosen}
      >
        {children}
      </Link>
    </li>
  );
}

/** Moves the focus with the arrow keys, Home and End, round the ends. */
function step(event: KeyboardEvent, nav: HTMLElement | null): void {
  const links: Element[] = [...(nav?.querySelectorAll("a") ?? [])];
  const at = document.activeElement ? links.indexOf(document.activeElement) : -1;
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 }[event.key];
  if (at < 0 || to === undefined) return;
  event.preventDefault();
  const next = links[(to + links.length) % links.length];
  if (next instanceof HTMLElement) next.focus();
}

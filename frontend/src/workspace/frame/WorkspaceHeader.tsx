import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Mark, useFormats } from "../../ui";
import { CommentsButton } from "../comments/CommentsButton";
import { FindingsButton } from "../findings/FindingsButton";
import { HistoryButton } from "../history/HistoryButton";
import { PeoplePresent } from "./PeoplePresent";
import { SaveState } from "./SaveState";
import styles from "./WorkspaceHeader.module.css";
import { WorkspaceMenu } from "./WorkspaceMenu";
import { useWorkspace } from "./workspaceContext";

interface WorkspaceHeaderProps {
  toolsShown: boolean;
  onToggleTools(): void;
}

/** The line above the plan: whose plan, whether it is saved, who is here, and what leaves the room. */
export function WorkspaceHeader({ toolsShown, onToggleTools }: WorkspaceHeaderProps) {
  const { t } = useTranslation("workspace");
  return (
    <header className={styles.header}>
      <Button
        className={styles.tools}
        size="sm"
        variant="default"
        aria-expanded={toolsShown}
        aria-controls="tools"
        onClick={onToggleTools}
      >
        {t("header.tools")}
      </Button>
      <Home />
      <PlanTitle />
      <span className={styles.state}>
        <SaveState />
        <PeoplePresent />
      </span>
      <Doors />
      <span className={styles.menu}>
        <WorkspaceMenu />
      </span>
    </header>
  );
}

/** The mark; for who has other plans, the way to them. */
function Home() {
  const { t } = useTranslation("workspace");
  const { isGuest } = useWorkspace();
  if (isGuest) {
    return (
      <span className={styles.mark}>
        <Mark />
      </span>
    );
  }
  return (
    <Link to="/" className={styles.mark} aria-label={t("header.home")}>
      <Mark />
    </Link>
  );
}

/** What opens beside or over the plan, as far as this person may. */
function Doors() {
  const { t } = useTranslation("workspace");
  const { show, can } = useWorkspace();
  return (
    <span className={styles.doors}>
      <FindingsButton />
      <CommentsButton />
      <HistoryButton className={styles.spare} />
      {can("manage") && (
        <Button className={styles.roomy} variant="default" onClick={() => show("share")}>
          {t("header.share")}
        </Button>
      )}
      {can("export") && (
        <Button className={styles.roomy} onClick={() => show("export")}>
          {t("header.export")}
        </Button>
      )}
    </span>
  );
}

/** Account, plan and years; for who may change them, the way to do so. */
function PlanTitle() {
  const { t } = useTranslation("workspace");
  const { about, can, show } = useWorkspace();
  const { years } = useFormats();
  if (!about) return <span className={styles.plan}>{t("header.plan")}</span>;
  const period = years(about.starts_on, about.ends_on);
  // "Plan 2027–2029" says its years already.
  const title = about.title.includes(period) ? about.title : `${about.title} ${period}`;
  const words = (
    <>
      <b>{about.account.name}</b> <span className={styles.title}>· {title}</span>
    </>
  );
  if (!can("manage")) return <span className={styles.plan}>{words}</span>;
  return (
    <button
      type="button"
      className={styles.plan}
      title={t("header.settings")}
      onClick={() => show("settings")}
    >
      {words}
    </button>
  );
}

import { Skeleton, VisuallyHidden } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { type Report, type ReportPart, type Target, useConnection, useReportPart } from "../../collab";
import { formatTarget } from "../../form";
import { useWorkspace } from "../frame/workspaceContext";
import { toolOf } from "../places/targets";
import styles from "./glance.module.css";

interface BlockProps {
  /** Names it in the catalogue: `<name>.title`. */
  name: string;
  /** The tool it leads to. */
  tool: string;
  children: ReactNode;
}

/** One thing that a director looks at, with the way to where it is worked on. */
export function Block({ name, tool, children }: BlockProps) {
  const { t } = useTranslation("glance");
  const { planId } = useWorkspace();
  const id = useId();
  return (
    <section className={styles.block} aria-labelledby={id}>
      <header>
        <h2 id={id}>{t(`${name}.title`)}</h2>
        <Link className={styles.tool} to="/plans/$planId/$toolKey" params={{ planId, toolKey: tool }}>
          {t(`tool.${tool}.label`, { ns: "plan" })}
        </Link>
      </header>
      {children}
    </section>
  );
}

interface ReportedProps<Name extends ReportPart> {
  part: Name;
  children(figures: Report[Name]): ReactNode;
}

/** What needs the server's figures: its shape while they are on the way, a word when they cannot come. */
export function Reported<Name extends ReportPart>({ part, children }: ReportedProps<Name>) {
  const { t } = useTranslation("glance");
  const figures = useReportPart(part);
  const isAway = useConnection().status === "offline";
  if (figures !== null) return children(figures);
  if (isAway) return <p className={styles.quiet}>{t("away")}</p>;
  return (
    <div aria-busy="true">
      <VisuallyHidden>{t("waiting")}</VisuallyHidden>
      <Skeleton height={16} width="60%" mb={16} />
      <Skeleton height={96} />
    </div>
  );
}

/** The way to a record or a section. */
export function PlaceLink({ target, children }: { target: Target; children: ReactNode }) {
  const { planId, goTo } = useWorkspace();
  const toolKey = toolOf(target.section)?.key ?? "";
  const isSection = target.id === null && target.field === null;
  return (
    <Link
      className={styles.link}
      to="/plans/$planId/$toolKey"
      params={{ planId, toolKey }}
      hash={formatTarget(target)}
      onClick={(event) => {
        // A record opens by its address; a section must be scrolled to.
        if (!isSection || event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        goTo(target);
      }}
    >
      {children}
    </Link>
  );
}

/** What a block shows while there is nothing to show: what belongs there, and the way to begin. */
export function Nothing({ name, section }: { name: string; section: string }) {
  const { t } = useTranslation("glance");
  return (
    <p className={styles.quiet}>
      {t(`${name}.nothing`)}{" "}
      <PlaceLink target={{ section, id: null, field: null }}>{t(`${name}.begin`)}</PlaceLink>
    </p>
  );
}

/** What a block leaves out. */
export function More({ count }: { count: number }) {
  const { t } = useTranslation("glance");
  return count > 0 ? <p className={styles.quiet}>{t("more", { count })}</p> : null;
}

import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "../../api";
import { Bar, Header, Mark, PageFrame } from "../../ui";
import styles from "./MemberFrame.module.css";
import { UserMenu } from "./UserMenu";
import { useOnline } from "./useOnline";

interface MemberFrameProps {
  title: string;
  lead?: ReactNode;
  trail?: ReactNode;
  actions?: ReactNode;
  isWaiting?: boolean;
  children: ReactNode;
}

/** A page of the company's own people: the way between its pages, who is signed in, and whether it is current. */
export function MemberFrame({ children, ...page }: MemberFrameProps) {
  const { t } = useTranslation("shell");
  const online = useOnline();
  return (
    <PageFrame {...page} header={<MemberHeader />}>
      {!online && (
        <div className={styles.offline}>
          <Bar tone="warn" title={t("offline.title")}>
            {t("offline.text")}
          </Bar>
        </div>
      )}
      {children}
    </PageFrame>
  );
}

function MemberHeader() {
  const { t } = useTranslation("shell");
  const session = useSession().data;
  const isOwner = session?.kind === "member" && session.is_owner;
  return (
    <Header
      home={
        <Link to="/" aria-label={t("nav.home")}>
          <Mark />
        </Link>
      }
      end={<UserMenu />}
    >
      <nav className={styles.nav} aria-label={t("nav.label")}>
        <Link to="/">{t("nav.accounts")}</Link>
        {isOwner && <Link to="/members">{t("nav.members")}</Link>}
        <Link to="/settings">{t("nav.settings")}</Link>
      </nav>
    </Header>
  );
}

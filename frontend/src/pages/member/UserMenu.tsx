import { UnstyledButton } from "@mantine/core";
import type { ComponentProps } from "react";
import { useTranslation } from "react-i18next";
import { type GuestSession, type MemberSession, useSession } from "../../api";
import { Avatar } from "../../ui";
import { deferredMenu } from "../menus/deferredMenu";
import styles from "./UserMenu.module.css";

export interface Somebody {
  session: MemberSession | GuestSession;
}

/** One's own initials, which one's menu opens from. */
export function OwnInitials({ session, ...button }: ComponentProps<"button"> & Somebody) {
  const { t } = useTranslation("shell");
  const { name, department } = session;
  return (
    <UnstyledButton {...button} className={styles.target} aria-label={t("menu.open", { name })}>
      <Avatar name={name} department={department} size={32} />
    </UnstyledButton>
  );
}

const OwnMenu = deferredMenu<Somebody>(OwnInitials, async () => (await import("./OwnMenu")).OwnMenu);

/** Under one's own initials: where else to go, light or dark, and the way out. */
export function UserMenu() {
  const session = useSession().data;
  if (session?.kind !== "member" && session?.kind !== "guest") return null;
  return <OwnMenu session={session} />;
}

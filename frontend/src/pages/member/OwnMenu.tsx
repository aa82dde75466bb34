import { Menu } from "@mantine/core";
import { Link, useRouter } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { type MemberSession, useSignOut } from "../../api";
import { useAnnounce } from "../../ui";
import type { MenuState } from "../menus/deferredMenu";
import { SchemeChoice } from "../menus/SchemeChoice";
import { OwnInitials, type Somebody } from "./UserMenu";
import styles from "./UserMenu.module.css";

/** The content of one's own menu. */
export function OwnMenu({ session, opened, onChange }: Somebody & MenuState) {
  return (
    <Menu position="bottom-end" width={232} opened={opened} onChange={onChange}>
      <Menu.Target>
        <OwnInitials session={session} autoFocus />
      </Menu.Target>
      <Menu.Dropdown>
        <div className={styles.who}>
          <strong>{session.name}</strong>
          <span>{session.department}</span>
        </div>
        {session.kind === "member" && <Places session={session} />}
        <SchemeChoice />
        <SignOut session={session} />
      </Menu.Dropdown>
    </Menu>
  );
}

function Places({ session }: { session: MemberSession }) {
  const { t } = useTranslation("shell");
  return (
    <>
      <Menu.Divider />
      <Menu.Item component={Link} to="/">
        {t("nav.accounts")}
      </Menu.Item>
      {session.is_owner && (
        <Menu.Item component={Link} to="/members">
          {t("nav.members")}
        </Menu.Item>
      )}
      <Menu.Item component={Link} to="/settings">
        {t("nav.settings")}
      </Menu.Item>
    </>
  );
}

function SignOut({ session }: Somebody) {
  const { t } = useTranslation("shell");
  const router = useRouter();
  const announce = useAnnounce();
  const signOut = useSignOut();

  async function leave() {
    // Plans are kept on this device for bad networks; whoever sits here next must not find them.
    const { forgetLocalCopies } = await import("../../collab");
    await forgetLocalCopies().finally(() => signOut.mutateAsync(undefined));
    // The page's own guard first: it would send whoever signs in next to where somebody else signed out.
    await router.invalidate();
    await router.navigate({ to: session.kind === "guest" ? "/join/{-$code}" : "/sign-in", search: {} });
  }

  return (
    <>
      <Menu.Divider />
      {signOut.isError && <Menu.Label>{t("menu.failed")}</Menu.Label>}
      <Menu.Item
        onClick={() => leave().catch(() => announce(t("menu.failed")))}
        disabled={signOut.isPending}
        closeMenuOnClick={false}
      >
        {t(session.kind === "guest" ? "menu.leave" : "menu.signOut")}
      </Menu.Item>
    </>
  );
}

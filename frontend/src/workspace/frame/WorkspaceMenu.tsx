import { Menu, UnstyledButton } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useSession } from "../../api";
import { usePlanSession } from "../../collab";
import { SchemeChoice } from "../../pages/menus/SchemeChoice";
import { Avatar } from "../../ui";
import { Asked } from "../comments/CommentsButton";
import { useComments } from "../comments/commentsContext";
import { useFindingsPanel } from "../findings/findingsContext";
import { useHistory } from "../history/historyContext";
import styles from "./WorkspaceMenu.module.css";
import { useWorkspace } from "./workspaceContext";

/** Under one's own initials: everything the header has no room for, light or dark, and the way out. */
export function WorkspaceMenu() {
  const { t } = useTranslation("workspace");
  const session = useSession().data;
  const { asked } = useComments();
  const { you } = usePlanSession();
  const { isGuest, show } = useWorkspace();
  const signedIn = session && "name" in session ? session : null;
  const person = you ?? signedIn;
  const label = asked > 0 ? `${t("menu.open")}. ${t("comments.asked", { count: asked })}` : t("menu.open");
  return (
    <Menu position="bottom-end" width={248}>
      <Menu.Target>
        <UnstyledButton className={styles.target} aria-label={label}>
          <Avatar name={person?.name ?? "?"} department={person?.department ?? ""} size={32} />
          {asked > 0 && <span className={`${styles.dot} ${styles.phoneOnly}`} />}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown className={styles.menu}>
        {person && (
          <div className={styles.who}>
            <strong>{person.name}</strong>
            <span>
              {person.department}
              {you && ` · ${t(`roles.${you.role}`)}`}
            </span>
          </div>
        )}
        <HeaderDoors />
        <Menu.Divider />
        <Menu.Item onClick={() => show("palette")}>{t("menu.palette")}</Menu.Item>
        <Menu.Item onClick={() => show("shortcuts")}>{t("menu.shortcuts")}</Menu.Item>
        {!isGuest && (
          <Menu.Item component={Link} to="/">
            {t("menu.accounts")}
          </Menu.Item>
        )}
        <SchemeChoice />
        <Menu.Divider />
        <Menu.Item onClick={() => show("sign_out")}>{t(isGuest ? "menu.leave" : "menu.signOut")}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** What stands in the header where there is room for it. */
function HeaderDoors() {
  const { t } = useTranslation("workspace");
  const { can, show } = useWorkspace();
  const { togglePanel } = useComments();
  const findings = useFindingsPanel();
  const history = useHistory();
  return (
    <>
      <Menu.Divider />
      <Menu.Item className={styles.phoneOnly} onClick={findings.togglePanel}>
        {t("header.findings")}
      </Menu.Item>
      <Menu.Item className={styles.phoneOnly} onClick={togglePanel}>
        {t("header.comments")}
        <Asked />
      </Menu.Item>
      <Menu.Item className={styles.spareOnly} onClick={history.togglePanel}>
        {t("header.history")}
      </Menu.Item>
      {can("manage") && (
        <Menu.Item className={styles.narrowOnly} onClick={() => show("share")}>
          {t("header.share")}
        </Menu.Item>
      )}
      {can("export") && (
        <Menu.Item className={styles.narrowOnly} onClick={() => show("export")}>
          {t("header.export")}
        </Menu.Item>
      )}
      {can("manage") && <Menu.Item onClick={() => show("settings")}>{t("header.settings")}</Menu.Item>}
    </>
  );
}

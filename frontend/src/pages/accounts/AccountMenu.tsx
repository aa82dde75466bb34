import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Account } from "../../api";
import { type MenuEntry, MoreMenu } from "../menus/MoreMenu";
import { lets } from "./rights";

/** Which of an account's dialogs stands open. */
export type OpenedDialog = "none" | "plan" | "import" | "rename" | "remove";

interface AccountMenuProps {
  account: Account;
  onOpen: (dialog: OpenedDialog) => void;
  /** On the account's own page there is no need to go there. */
  here?: boolean;
}

/** What one may do with an account. */
export function AccountMenu({ account, onOpen, here = false }: AccountMenuProps) {
  const { t } = useTranslation("pages");
  const navigate = useNavigate();
  const entries: MenuEntry[] = [];
  if (!here) {
    const go = () => void navigate({ to: "/accounts/$accountId", params: { accountId: account.id } });
    entries.push({ label: t("accounts.open"), onClick: go });
  }
  if (lets(account.role, "manage")) {
    entries.push({ label: t("plan.create"), onClick: () => onOpen("plan") });
    entries.push({ label: t("import.open"), onClick: () => onOpen("import") });
  }
  if (lets(account.role, "administer")) {
    entries.push({ label: t("accounts.rename"), onClick: () => onOpen("rename") });
  }
  if (lets(account.role, "remove")) {
    entries.push({ label: t("accounts.remove"), danger: true, onClick: () => onOpen("remove") });
  }
  if (entries.length === 0) return null;
  return <MoreMenu label={t("accounts.more", { name: account.name })} entries={entries} />;
}

import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { type Account, asProblem, useRemoveAccount } from "../../api";
import { ConfirmDialog, useAnnounce } from "../../ui";
import { ProblemBar } from "../forms";

interface RemoveAccountProps {
  account: Account;
  opened: boolean;
  onClose: () => void;
}

/** Asks before an account goes, with all its plans, from everybody's list. */
export function RemoveAccount({ account, opened, onClose }: RemoveAccountProps) {
  const { t } = useTranslation("pages");
  const navigate = useNavigate();
  const announce = useAnnounce();
  const remove = useRemoveAccount();

  function confirm() {
    remove.mutate(account.id, {
      onSuccess: () => {
        announce(t("accounts.removed", { name: account.name }));
        onClose();
        void navigate({ to: "/" });
      },
    });
  }

  return (
    <ConfirmDialog
      opened={opened}
      title={t("accounts.removeTitle", { name: account.name })}
      confirmLabel={t("accounts.remove")}
      danger
      busy={remove.isPending}
      onConfirm={confirm}
      onClose={onClose}
    >
      {remove.isError && <ProblemBar problem={asProblem(remove.error)} />}
      <p>{t("accounts.removeText", { count: account.plans.length })}</p>
    </ConfirmDialog>
  );
}

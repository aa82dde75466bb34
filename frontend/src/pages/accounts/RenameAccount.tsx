import { TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { type Account, useRenameAccount } from "../../api";
import { Dialog, DialogForm, useForm } from "../forms";

interface AccountDialogProps {
  account: Account;
  opened: boolean;
  onClose: () => void;
}

/** Asks for another name. */
export function RenameAccount({ account, opened, onClose }: AccountDialogProps) {
  const { t } = useTranslation("pages");
  return (
    <Dialog title={t("accounts.renameTitle")} opened={opened} onClose={onClose}>
      <RenameAccountForm account={account} onClose={onClose} />
    </Dialog>
  );
}

function RenameAccountForm({ account, onClose }: Omit<AccountDialogProps, "opened">) {
  const { t } = useTranslation("pages");
  const rename = useRenameAccount(account.id);
  const form = useForm({
    initial: { name: account.name },
    required: ["name"],
    send: rename.mutateAsync,
    done: onClose,
  });
  return (
    <DialogForm form={form} submitLabel={t("form.save")} onClose={onClose}>
      <TextInput {...form.bind("name")} label={t("field.accountName")} maxLength={200} data-autofocus />
    </DialogForm>
  );
}

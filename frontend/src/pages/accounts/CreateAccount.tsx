import { TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useCreateAccount } from "../../api";
import { Dialog, DialogForm, useForm } from "../forms";

interface CreateAccountProps {
  opened: boolean;
  onClose: () => void;
}

/** Asks for the name of a new account and goes there. */
export function CreateAccount({ opened, onClose }: CreateAccountProps) {
  const { t } = useTranslation("pages");
  return (
    <Dialog title={t("accounts.createTitle")} opened={opened} onClose={onClose}>
      <CreateAccountForm onClose={onClose} />
    </Dialog>
  );
}

function CreateAccountForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("pages");
  const navigate = useNavigate();
  const create = useCreateAccount();
  const form = useForm({
    initial: { name: "" },
    required: ["name"],
    send: create.mutateAsync,
    done: ({ id }) => {
      onClose();
      void navigate({ to: "/accounts/$accountId", params: { accountId: id } });
    },
  });
  return (
    <DialogForm form={form} submitLabel={t("accounts.create")} onClose={onClose}>
      <TextInput
        {...form.bind("name")}
        label={t("field.accountName")}
        description={t("accounts.nameHelp")}
        maxLength={200}
        data-autofocus
      />
    </DialogForm>
  );
}

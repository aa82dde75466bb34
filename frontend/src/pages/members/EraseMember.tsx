import { Text, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { type Member, useErasePerson } from "../../api";
import { useAnnounce } from "../../ui";
import { Dialog, DialogForm, useForm } from "../forms";

interface EraseMemberProps {
  member: Member;
  opened: boolean;
  onClose: () => void;
}

/** Asks before somebody's data go for good, and for their address, which nobody types by accident. */
export function EraseMember({ member, opened, onClose }: EraseMemberProps) {
  const { t } = useTranslation("pages");
  return (
    <Dialog title={t("members.eraseTitle", { name: member.name })} opened={opened} onClose={onClose}>
      <EraseForm member={member} onClose={onClose} />
    </Dialog>
  );
}

function EraseForm({ member, onClose }: Omit<EraseMemberProps, "opened">) {
  const { t } = useTranslation("pages");
  const announce = useAnnounce();
  const erase = useErasePerson();
  const { id, name, email } = member;
  const isTheirs = (typed: string) => typed.trim().toLowerCase() === email.toLowerCase();
  const form = useForm({
    initial: { email: "" },
    required: ["email"],
    check: (typed) => ({ email: isTheirs(typed.email) ? undefined : t("members.eraseOther", { email }) }),
    send: () => erase.mutateAsync(id),
    done: () => {
      announce(t("members.erased", { name }));
      onClose();
    },
  });
  return (
    <DialogForm form={form} submitLabel={t("members.eraseForGood")} danger onClose={onClose}>
      <Text>{t("members.eraseGoes")}</Text>
      <Text>{t("members.eraseStays")}</Text>
      <Text>{t("members.eraseNoWayBack")}</Text>
      <TextInput
        {...form.bind("email")}
        label={t("members.eraseType", { email })}
        autoComplete="off"
        data-autofocus
      />
    </DialogForm>
  );
}

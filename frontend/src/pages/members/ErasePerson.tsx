import { Text, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useErasePerson } from "../../api";
import { useAnnounce } from "../../ui";
import { Dialog, DialogForm, useForm } from "../forms";

interface ErasePersonProps {
  id: string;
  name: string;
  /** What goes, in a sentence. */
  goes: string;
  /** What is typed to confirm, which nobody types by accident: an address, or the name of who has none. */
  proof: string;
  opened: boolean;
  onClose: () => void;
}

/** Asks before somebody's data go for good. */
export function ErasePerson({ opened, ...asked }: ErasePersonProps) {
  const { t } = useTranslation("pages");
  return (
    <Dialog title={t("members.eraseTitle", { name: asked.name })} opened={opened} onClose={asked.onClose}>
      <EraseForm {...asked} />
    </Dialog>
  );
}

function EraseForm({ id, name, goes, proof, onClose }: Omit<ErasePersonProps, "opened">) {
  const { t } = useTranslation("pages");
  const announce = useAnnounce();
  const erase = useErasePerson();
  const isProof = (typed: string) => typed.trim().toLowerCase() === proof.trim().toLowerCase();
  const form = useForm({
    initial: { proof: "" },
    required: ["proof"],
    check: (typed) => ({ proof: isProof(typed.proof) ? undefined : t("members.eraseOther", { proof }) }),
    send: () => erase.mutateAsync(id),
    done: () => {
      announce(t("members.erased", { name }));
      onClose();
    },
  });
  return (
    <DialogForm form={form} submitLabel={t("members.eraseForGood")} danger onClose={onClose}>
      <Text>{goes}</Text>
      <Text>{t("members.eraseStays")}</Text>
      <Text>{t("members.eraseNoWayBack")}</Text>
      <TextInput
        {...form.bind("proof")}
        label={t("members.eraseType", { proof })}
        autoComplete="off"
        data-autofocus
      />
    </DialogForm>
  );
}

import { TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { type PlanInList, useDuplicatePlan } from "../../api";
import { useAnnounce } from "../../ui";
import { Dialog, DialogForm, useForm } from "../forms";

interface DuplicatePlanProps {
  plan: PlanInList;
  opened: boolean;
  onClose: () => void;
}

/** Asks what the copy is to be called. */
export function DuplicatePlan({ plan, opened, onClose }: DuplicatePlanProps) {
  const { t } = useTranslation("pages");
  return (
    <Dialog title={t("plan.duplicateTitle", { title: plan.title })} opened={opened} onClose={onClose}>
      <DuplicatePlanForm plan={plan} onClose={onClose} />
    </Dialog>
  );
}

function DuplicatePlanForm({ plan, onClose }: Omit<DuplicatePlanProps, "opened">) {
  const { t } = useTranslation("pages");
  const announce = useAnnounce();
  const duplicate = useDuplicatePlan(plan.id);
  const form = useForm({
    initial: { title: t("plan.copyTitle", { title: plan.title }) },
    required: ["title"],
    send: duplicate.mutateAsync,
    done: ({ title }) => {
      announce(t("plan.duplicated", { title }));
      onClose();
    },
  });
  return (
    <DialogForm form={form} submitLabel={t("plan.duplicate")} onClose={onClose}>
      <p>{t("plan.duplicateText")}</p>
      <TextInput {...form.bind("title")} label={t("field.title")} maxLength={200} data-autofocus />
    </DialogForm>
  );
}

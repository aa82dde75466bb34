import { TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { type PlanInList, useChangePlan } from "../../api";
import { Dialog, DialogForm, useForm } from "../forms";
import styles from "./PeriodFields.module.css";

interface ChangePlanProps {
  plan: PlanInList;
  opened: boolean;
  onClose: () => void;
}

/** Asks for another title or other days. */
export function ChangePlan({ plan, opened, onClose }: ChangePlanProps) {
  const { t } = useTranslation("pages");
  return (
    <Dialog title={t("plan.changeTitle")} opened={opened} onClose={onClose}>
      <ChangePlanForm plan={plan} onClose={onClose} />
    </Dialog>
  );
}

function ChangePlanForm({ plan, onClose }: Omit<ChangePlanProps, "opened">) {
  const { t } = useTranslation("pages");
  const change = useChangePlan(plan.id);
  const form = useForm({
    initial: { title: plan.title, starts_on: plan.starts_on, ends_on: plan.ends_on },
    required: ["title", "starts_on", "ends_on"],
    check: ({ starts_on, ends_on }) => (ends_on < starts_on ? { ends_on: t("period.wrongOrder") } : {}),
    send: change.mutateAsync,
    done: onClose,
  });
  return (
    <DialogForm form={form} submitLabel={t("form.save")} onClose={onClose}>
      <TextInput {...form.bind("title")} label={t("field.title")} maxLength={200} data-autofocus />
      <div className={styles.period}>
        <TextInput {...form.bind("starts_on")} type="date" label={t("field.startsOn")} />
        <TextInput {...form.bind("ends_on")} type="date" label={t("field.endsOn")} />
      </div>
    </DialogForm>
  );
}

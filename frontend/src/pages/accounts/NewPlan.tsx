import { TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { type Account, useCreatePlan } from "../../api";
import { useFormats } from "../../ui";
import { Dialog, DialogForm, useForm } from "../forms";
import { PeriodFields } from "./PeriodFields";
import { isDay, lastDay, usualStart } from "./period";

interface NewPlanProps {
  account: Account;
  opened: boolean;
  onClose: () => void;
}

/** Asks what a new plan covers, proposes its title, and opens it. */
export function NewPlan({ account, opened, onClose }: NewPlanProps) {
  const { t } = useTranslation("pages");
  return (
    <Dialog title={t("plan.createTitle", { account: account.name })} opened={opened} onClose={onClose}>
      <NewPlanForm account={account} onClose={onClose} />
    </Dialog>
  );
}

function NewPlanForm({ account, onClose }: Omit<NewPlanProps, "opened">) {
  const { t } = useTranslation("pages");
  const formats = useFormats();
  const navigate = useNavigate();
  const create = useCreatePlan(account.id);
  const titleFor = (startsOn: string, years: string) =>
    isDay(startsOn)
      ? t("plan.title", { years: formats.years(startsOn, lastDay(startsOn, Number(years))) })
      : "";
  const form = useForm({
    initial: { title: "", starts_on: usualStart(new Date()), years: "3" },
    required: ["starts_on"],
    send: ({ title, starts_on, years }) =>
      create.mutateAsync({
        title: title.trim() || titleFor(starts_on, years),
        starts_on,
        ends_on: lastDay(starts_on, Number(years)),
      }),
    done: ({ id }) => {
      onClose();
      void navigate({ to: "/plans/$planId", params: { planId: id } });
    },
  });
  return (
    <DialogForm form={form} submitLabel={t("plan.create")} onClose={onClose}>
      <PeriodFields form={form} />
      <TextInput
        {...form.bind("title")}
        label={t("field.title")}
        placeholder={titleFor(form.values.starts_on, form.values.years)}
        description={t("plan.titleHelp")}
        maxLength={200}
        data-autofocus
      />
    </DialogForm>
  );
}

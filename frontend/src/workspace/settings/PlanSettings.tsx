import { Group, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { type Plan, useChangePlan } from "../../api";
import { Dialog, DialogForm, useForm } from "../../pages/forms";
import { useAnnounce } from "../../ui";
import { useWorkspace } from "../frame/workspaceContext";

/** Name and years of the plan. */
export function PlanSettings() {
  const { t } = useTranslation("workspace");
  const { dialog, show, about } = useWorkspace();
  return (
    <Dialog
      opened={dialog === "settings" && about !== null}
      onClose={() => show(null)}
      title={t("settings.title")}
    >
      {about && <SettingsForm about={about} onDone={() => show(null)} />}
    </Dialog>
  );
}

function SettingsForm({ about, onDone }: { about: Plan; onDone(): void }) {
  const { t } = useTranslation("workspace");
  const announce = useAnnounce();
  const change = useChangePlan(about.id);
  const form = useForm({
    initial: { title: about.title, starts_on: about.starts_on, ends_on: about.ends_on },
    required: ["title", "starts_on", "ends_on"],
    check: ({ starts_on, ends_on }) =>
      starts_on && ends_on && ends_on <= starts_on ? { ends_on: t("settings.endsBefore") } : {},
    send: change.mutateAsync,
    done: () => {
      announce(t("settings.done"));
      onDone();
    },
  });
  return (
    <DialogForm form={form} submitLabel={t("settings.save")} onClose={onDone}>
      <TextInput {...form.bind("title")} label={t("settings.name")} maxLength={200} data-autofocus />
      <Group grow gap="sm" align="flex-start">
        <TextInput {...form.bind("starts_on")} type="date" label={t("settings.startsOn")} />
        <TextInput {...form.bind("ends_on")} type="date" label={t("settings.endsOn")} />
      </Group>
    </DialogForm>
  );
}

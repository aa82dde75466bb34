import { Button, Group, NativeSelect, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { accountsQuery, type Role, useInvite } from "../../api";
import { CopyField } from "../../ui";
import { RoleField } from "../accounts/RoleField";
import { DepartmentField, Dialog, DialogForm, useForm } from "../forms";
import styles from "./Invite.module.css";

interface InviteProps {
  opened: boolean;
  onClose: () => void;
}

/** Asks whom to invite, then shows the link to send; it cannot be shown a second time. */
export function Invite({ opened, onClose }: InviteProps) {
  const { t } = useTranslation("pages");
  return (
    <Dialog title={t("members.inviteTitle")} opened={opened} onClose={onClose}>
      <InviteSteps onClose={onClose} />
    </Dialog>
  );
}

interface Invited {
  email: string;
  link: string;
}

function InviteSteps({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("pages");
  const [invited, setInvited] = useState<Invited>();
  if (!invited) return <InviteForm onInvited={setInvited} onClose={onClose} />;
  return (
    <div className={styles.link}>
      <p>{t("members.linkText", { email: invited.email })}</p>
      <CopyField label={t("members.link")} value={invited.link} />
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={() => setInvited(undefined)}>
          {t("members.another")}
        </Button>
        <Button onClick={onClose}>{t("form.done")}</Button>
      </Group>
    </div>
  );
}

interface InviteFormProps {
  onInvited: (invited: Invited) => void;
  onClose: () => void;
}

function InviteForm({ onInvited, onClose }: InviteFormProps) {
  const { t } = useTranslation("pages");
  const invite = useInvite();
  const accounts = useQuery(accountsQuery).data ?? [];
  const form = useForm({
    initial: { email: "", name: "", department: "", account_id: "", role: "participant" as string },
    required: ["email"],
    send: ({ account_id, role, ...person }) =>
      invite.mutateAsync({ ...person, role: role as Role, ...(account_id ? { account_id } : {}) }),
    done: ({ link }, { email }) => onInvited({ email, link }),
  });
  return (
    <DialogForm form={form} submitLabel={t("members.makeLink")} onClose={onClose}>
      <TextInput
        {...form.bind("email")}
        type="email"
        label={t("field.email")}
        maxLength={254}
        data-autofocus
      />
      <TextInput {...form.bind("name")} label={t("field.nameIfKnown")} maxLength={120} />
      <DepartmentField bound={form.bind("department")} size="sm" />
      <NativeSelect
        {...form.bind("account_id")}
        label={t("field.firstAccount")}
        data={[
          { value: "", label: t("members.noAccount") },
          ...accounts.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      {form.values.account_id && <RoleField bound={form.bind("role")} />}
    </DialogForm>
  );
}

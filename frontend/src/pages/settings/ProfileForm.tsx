import { TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type MemberSession, useChangePerson } from "../../api";
import { DepartmentField, FormFrame, useForm } from "../forms";
import { Saved } from "./Saved";

/** One's own name and department, as everybody at the table reads them. */
export function ProfileForm({ session }: { session: MemberSession }) {
  const { t } = useTranslation("pages");
  const change = useChangePerson();
  const [kept, setKept] = useState("");
  const form = useForm({
    initial: { name: session.name, department: session.department },
    required: ["name"],
    send: change.mutateAsync,
    done: (_, values) => setKept(JSON.stringify(values)),
  });
  const isKept = kept === JSON.stringify(form.values);
  return (
    <FormFrame form={form} submitLabel={t("form.save")} beside={isKept && <Saved>{t("form.saved")}</Saved>}>
      <TextInput size="sm" label={t("field.email")} value={session.email} readOnly />
      <TextInput {...form.bind("name")} label={t("field.yourName")} autoComplete="name" maxLength={120} />
      <DepartmentField bound={form.bind("department")} size="sm" />
    </FormFrame>
  );
}

import { TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useSession, useSetUp } from "../../api";
import { DepartmentField, FEWEST_SIGNS, FormFrame, PasswordField, strengthOf, useForm } from "../forms";
import { EntranceFrame } from "./EntranceFrame";
import { useFragmentToken } from "./fragment";

/** The first start: whoever holds the printed link names the company and becomes its owner. */
export function SetUpPage() {
  const { t } = useTranslation("pages");
  const token = useFragmentToken();
  const proposed = useSession().data?.company ?? "";
  if (!token) {
    return (
      <EntranceFrame title={t("setUp.title")}>
        <p>{t("setUp.noToken")}</p>
      </EntranceFrame>
    );
  }
  return (
    <EntranceFrame title={t("setUp.title")} lead={t("setUp.lead")}>
      <SetUpForm token={token} proposed={proposed} />
    </EntranceFrame>
  );
}

interface SetUpFormProps {
  token: string;
  /** The company's name, if whoever installed Tavolo gave it. */
  proposed: string;
}

function SetUpForm({ token, proposed }: SetUpFormProps) {
  const { t } = useTranslation("pages");
  const setUp = useSetUp();
  const form = useForm({
    initial: { company: proposed, name: "", email: "", department: "", password: "" },
    required: ["company", "name", "email", "password"],
    check: ({ password }) =>
      strengthOf(password).level === "short" ? { password: t("password.rule", { count: FEWEST_SIGNS }) } : {},
    send: (values) => setUp.mutateAsync({ token, ...values }),
  });
  return (
    <FormFrame form={form} submitLabel={t("setUp.submit")} standing="alone">
      <TextInput
        {...form.bind("company")}
        size="md"
        label={t("field.company")}
        autoComplete="organization"
        maxLength={200}
        autoFocus
      />
      <TextInput
        {...form.bind("name")}
        size="md"
        label={t("field.yourName")}
        autoComplete="name"
        maxLength={120}
      />
      <TextInput
        {...form.bind("email")}
        size="md"
        type="email"
        label={t("field.email")}
        autoComplete="username"
        maxLength={254}
      />
      <DepartmentField bound={form.bind("department")} />
      <PasswordField bound={form.bind("password")} label={t("field.password")} isNew />
    </FormFrame>
  );
}

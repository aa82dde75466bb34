import { Anchor, Skeleton, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { asProblem, invitationQuery, useAcceptInvitation } from "../../api";
import {
  DepartmentField,
  FEWEST_SIGNS,
  FormFrame,
  PasswordField,
  ProblemBar,
  strengthOf,
  useForm,
} from "../forms";
import { EntranceFrame } from "./EntranceFrame";
import { useFragmentToken } from "./fragment";

/** Somebody invited chooses a name and a password and is a member from then on. */
export function InvitationPage() {
  const { t } = useTranslation("pages");
  const token = useFragmentToken();
  const invitation = useQuery({ ...invitationQuery(token), enabled: token !== "" });
  const foot = (
    <Anchor component={Link} to="/sign-in">
      {t("invitation.signIn")}
    </Anchor>
  );
  if (token === "" || invitation.isError) {
    return (
      <EntranceFrame title={t("invitation.lostTitle")} foot={foot}>
        {invitation.isError ? (
          <ProblemBar problem={asProblem(invitation.error)} />
        ) : (
          <p>{t("invitation.lostText")}</p>
        )}
      </EntranceFrame>
    );
  }
  if (!invitation.data) {
    return (
      <EntranceFrame title={t("invitation.looking")}>
        <Skeleton height={40} mb="md" />
        <Skeleton height={40} mb="md" />
        <Skeleton height={40} />
      </EntranceFrame>
    );
  }
  const { company, ...person } = invitation.data;
  return (
    <EntranceFrame title={t("invitation.title", { company })} lead={t("invitation.lead")} foot={foot}>
      <AcceptanceForm token={token} {...person} />
    </EntranceFrame>
  );
}

interface AcceptanceFormProps {
  token: string;
  email: string;
  name: string;
  department: string;
}

function AcceptanceForm({ token, email, name, department }: AcceptanceFormProps) {
  const { t } = useTranslation("pages");
  const accept = useAcceptInvitation();
  const navigate = useNavigate();
  const form = useForm({
    initial: { name, department, password: "" },
    required: ["name", "department", "password"],
    check: ({ password }) =>
      strengthOf(password).level === "short" ? { password: t("password.rule", { count: FEWEST_SIGNS }) } : {},
    send: (values) => accept.mutateAsync({ token, ...values }),
    done: () => void navigate({ to: "/" }),
  });
  return (
    <FormFrame form={form} submitLabel={t("invitation.submit")} standing="alone">
      <TextInput size="md" label={t("field.email")} value={email} readOnly autoComplete="username" />
      <TextInput
        {...form.bind("name")}
        size="md"
        label={t("field.yourName")}
        autoComplete="name"
        maxLength={120}
        autoFocus
      />
      <DepartmentField bound={form.bind("department")} />
      <PasswordField bound={form.bind("password")} label={t("field.password")} isNew />
    </FormFrame>
  );
}

import { Anchor, TextInput } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useSession, useSignIn } from "../../api";
import { FormFrame, PasswordField, useForm } from "../forms";
import { EntranceFrame } from "./EntranceFrame";

/** Members come in here; once the session is theirs, the guard of this page sends them on. */
export function SignInPage() {
  const { t } = useTranslation("pages");
  const company = useSession().data?.company ?? "";
  const signIn = useSignIn();
  const form = useForm({
    initial: { email: "", password: "" },
    required: ["email", "password"],
    send: signIn.mutateAsync,
  });
  return (
    <EntranceFrame
      title={t("signIn.title")}
      lead={company && t("signIn.lead", { company })}
      foot={
        <Anchor component={Link} to="/join">
          {t("signIn.join")}
        </Anchor>
      }
    >
      <FormFrame form={form} submitLabel={t("signIn.submit")} standing="alone">
        <TextInput
          {...form.bind("email")}
          size="md"
          type="email"
          label={t("field.email")}
          autoComplete="username"
          data-autofocus
          autoFocus
        />
        <PasswordField bound={form.bind("password")} label={t("field.password")} />
      </FormFrame>
    </EntranceFrame>
  );
}

import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type MemberSession, useChangePerson } from "../../api";
import { FEWEST_SIGNS, FormFrame, PasswordField, strengthOf, useForm } from "../forms";
import { Saved } from "./Saved";

const EMPTY = { password: "", new_password: "" };

/** A new password, against the present one; every other browser is signed out by it. */
export function PasswordChange({ session }: { session: MemberSession }) {
  const { t } = useTranslation("pages");
  const change = useChangePerson();
  const [changed, setChanged] = useState(false);
  const form = useForm({
    initial: EMPTY,
    required: ["password", "new_password"],
    check: ({ new_password }) =>
      strengthOf(new_password).level === "short"
        ? { new_password: t("password.rule", { count: FEWEST_SIGNS }) }
        : {},
    send: (passwords) =>
      change.mutateAsync({ name: session.name, department: session.department, ...passwords }),
    done: () => {
      form.set("password", "");
      form.set("new_password", "");
      setChanged(true);
    },
  });
  const isEmpty = form.values.password === "" && form.values.new_password === "";
  return (
    <FormFrame
      form={form}
      submitLabel={t("settings.changePassword")}
      beside={changed && isEmpty && <Saved>{t("settings.passwordChanged")}</Saved>}
    >
      <PasswordField bound={form.bind("password")} label={t("field.presentPassword")} size="sm" />
      <PasswordField bound={form.bind("new_password")} label={t("field.newPassword")} size="sm" isNew />
    </FormFrame>
  );
}

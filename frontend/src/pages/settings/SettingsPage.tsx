import { Skeleton } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useSession } from "../../api";
import { MemberFrame } from "../member/MemberFrame";
import { CompanySettings } from "./CompanySettings";
import { PasswordChange } from "./PasswordChange";
import { ProfileForm } from "./ProfileForm";
import { SettingsSection } from "./SettingsSection";

/** Oneself, one's password and, for the installation's owner, the company. */
export function SettingsPage() {
  const { t } = useTranslation("pages");
  const session = useSession().data;
  return (
    <MemberFrame title={t("settings.title")}>
      {session?.kind !== "member" ? (
        <Skeleton height={240} />
      ) : (
        <>
          <SettingsSection title={t("settings.you")} text={t("settings.youText")}>
            <ProfileForm session={session} />
          </SettingsSection>
          <SettingsSection title={t("settings.password")} text={t("settings.passwordText")}>
            <PasswordChange session={session} />
          </SettingsSection>
          {session.is_owner && (
            <SettingsSection title={t("settings.company")} text={t("settings.companyText")}>
              <CompanySettings />
            </SettingsSection>
          )}
        </>
      )}
    </MemberFrame>
  );
}

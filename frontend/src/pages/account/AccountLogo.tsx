import { useTranslation } from "react-i18next";
import { type Account, useChangeAccountLogo } from "../../api";
import { AccountSign } from "../accounts/AccountSign";
import { LogoField } from "../settings/LogoField";
import styles from "./AccountPage.module.css";

/** The customer's logo, as it stands on the plan's cover. */
export function AccountLogo({ account }: { account: Account }) {
  const { t } = useTranslation("pages");
  const change = useChangeAccountLogo(account.id);
  return (
    <section className={styles.section} aria-labelledby="logo">
      <h2 id="logo">{t("account.logo")}</h2>
      <div className={styles.padded}>
        <LogoField
          hasLogo={account.has_logo}
          help={t("logo.help")}
          change={change.mutateAsync}
          picture={(version) => (
            <AccountSign
              id={account.id}
              name={account.name}
              hasLogo={account.has_logo}
              version={version}
              size={64}
            />
          )}
        />
      </div>
    </section>
  );
}

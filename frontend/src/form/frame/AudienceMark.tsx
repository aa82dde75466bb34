import { useTranslation } from "react-i18next";
import styles from "./FieldFrame.module.css";

/** Who may ever read a field, as two quiet words beside its name. */
export function AudienceMark({ audience }: { audience: string }) {
  const { t } = useTranslation("form");
  const who = audience === "customer" ? "customer" : "team";
  return (
    <span className={styles.audience} data-audience={who} title={t(`audience.${who}.help`)}>
      {t(`audience.${who}.label`)}
    </span>
  );
}

import { useTranslation } from "react-i18next";
import type { AuditEntry } from "../../api";
import { useFormats } from "../../ui";
import styles from "./AuditPage.module.css";

/** One entry as a sentence, with where it happened and when. */
export function EntryRow({ entry }: { entry: AuditEntry }) {
  const { t } = useTranslation("audit");
  const { instant } = useFormats();
  const named = (one: { name: string | null } | null) => (one ? (one.name ?? t("gone")) : t("unknown"));
  const { deed, by, about, account, plan, detail } = entry;
  const place = [account, plan].flatMap((one) => (one ? [one.name ?? t("gone")] : []));
  const word = detail && t(`detail.${detail}`, { defaultValue: detail });
  return (
    <li className={styles.row}>
      <time className={styles.at} dateTime={entry.at}>
        {instant(entry.at)}
      </time>
      <span className={styles.what}>
        {t(`deed.${deed}`, { by: named(by), about: named(about) })}
        <small>{[word, ...place].filter(Boolean).join(" · ")}</small>
      </span>
    </li>
  );
}

import { Skeleton, VisuallyHidden } from "@mantine/core";
import { useTranslation } from "react-i18next";
import styles from "./AccountsPage.module.css";

/** The shape of the list while it is on the way. */
export function AccountsSkeleton() {
  const { t } = useTranslation("shell");
  return (
    <div className={styles.list} aria-busy="true">
      <VisuallyHidden role="status">{t("loading")}</VisuallyHidden>
      {[152, 104, 152].map((height, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: three fixed shapes that never change place
        <Skeleton key={index} height={height} />
      ))}
    </div>
  );
}

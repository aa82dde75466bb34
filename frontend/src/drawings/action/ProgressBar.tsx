import { useTranslation } from "react-i18next";
import styles from "./action.module.css";

/** How much of something is done, as a bar with its figure. */
export function ProgressBar({ percent }: { percent: number }) {
  const { t } = useTranslation("actionViews");
  const share = Math.min(100, Math.max(0, percent));
  return (
    <span className={styles.progress}>
      <span className={styles.track} aria-hidden="true">
        <span style={{ width: `${share}%` }} />
      </span>
      {t("progress", { percent })}
    </span>
  );
}

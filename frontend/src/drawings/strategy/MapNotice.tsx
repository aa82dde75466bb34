import { useTranslation } from "react-i18next";
import { useBin } from "../../collab";
import styles from "./StrategyMap.module.css";
import type { Notice } from "./useDeeds";

interface MapNoticeProps {
  notice: Notice | null;
  onTakeBack(): void;
}

/** What was just done to the map, for as long as it can be taken back here. */
export function MapNotice({ notice, onTakeBack }: MapNoticeProps) {
  const { t } = useTranslation("strategyMap");
  const binned = useBin();
  const words = notice && wordsOf();
  return (
    <div className={styles.notice} role="status">
      {words && (
        <>
          <span>{words}</span>
          {notice.did !== "full" && (
            <button type="button" onClick={onTakeBack}>
              {t("undo")}
            </button>
          )}
        </>
      )}
    </div>
  );

  function wordsOf(): string | null {
    if (notice === null) return null;
    if (notice.did === "tidied") return t("tidied");
    if (notice.did === "full") return t("full");
    // Undone here or elsewhere, it says nothing any more.
    const isStill = notice.ids.some((id) => binned.some(({ row }) => row.id === id));
    return isStill ? t("removed", { name: notice.name, count: notice.ids.length }) : null;
  }
}

import { useTranslation } from "react-i18next";
import { colorOf, initialsOf } from "../../ui";
import type { Cover } from "./coverage";
import styles from "./map.module.css";
import { useCoverWords } from "./useCoverWords";

const MOST = 3;

/** Who of ours covers somebody: initials, as many bars as they know each other well, a star at the key contact. */
export function CoverMarks({ covers }: { covers: readonly Cover[] }) {
  const { t } = useTranslation("stakeholderMap");
  const say = useCoverWords();
  if (covers.length === 0) return <span className={styles.nobody}>{t("cover.nobody")}</span>;
  const words = covers.map(say).join(" · ");
  return (
    <span className={styles.covers} title={words}>
      {covers.slice(0, MOST).map((cover) => (
        <span key={cover.member} className={styles.cover} aria-hidden="true">
          <span className={styles.initials} style={{ background: colorOf(cover.department) }}>
            {initialsOf(cover.name)}
          </span>
          {cover.isKeyContact && <span className={styles.star}>★</span>}
          <span className={styles.bars}>
            {[1, 2, 3, 4].map((bar) => (
              <i key={bar} data-full={bar <= (cover.quality ?? 0) || undefined} />
            ))}
          </span>
        </span>
      ))}
      {covers.length > MOST && <span className={styles.more}>+{covers.length - MOST}</span>}
    </span>
  );
}

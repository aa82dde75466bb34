import { useTranslation } from "react-i18next";
import type { Row } from "../../collab";
import { dayIn, textIn } from "../action/action";
import styles from "./history.module.css";

/** Events without a day, which stand nowhere in time until somebody gives them one. */
export function Undated({ rows, onOpen }: { rows: readonly Row[]; onOpen(id: string, field: string): void }) {
  const { t } = useTranslation("history");
  const undated = rows.filter(({ values }) => dayIn(values.happened_on) === null);
  if (undated.length === 0) return null;
  return (
    <section aria-labelledby="history-undated" className={styles.undated}>
      <h3 id="history-undated">{t("undated", { count: undated.length })}</h3>
      <ul>
        {undated.map(({ id, values }) => (
          <li key={id}>
            <button type="button" onClick={() => onOpen(id, "happened_on")}>
              {textIn(values.title) ?? t("untitled")}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

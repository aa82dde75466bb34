import { useTranslation } from "react-i18next";
import { Named } from "../action/Named";
import styles from "./exposure.module.css";
import type { Risk } from "./risks";

interface AnswerListProps {
  risks: readonly Risk[];
  numbers: ReadonlyMap<string, number>;
  onOpen(id: string): void;
}

/** On a phone a cell has room for a number only; here is what the numbers stand for, with the answers. */
export function AnswerList({ risks, numbers, onOpen }: AnswerListProps) {
  const { t } = useTranslation("trendViews");
  return (
    <ol className={styles.answers}>
      {risks.map((risk) => (
        <li key={risk.id}>
          <b>{numbers.get(risk.id)}</b>
          <span className={styles.named}>
            <button type="button" onClick={() => onOpen(risk.id)}>
              <Named section="risks" id={risk.id} />
            </button>
            <small>
              {risk.answer ? (
                <>
                  {t("exposure.answer")} <Named section="actions" id={risk.answer} />
                </>
              ) : (
                t("exposure.no_answer")
              )}
            </small>
          </span>
        </li>
      ))}
    </ol>
  );
}

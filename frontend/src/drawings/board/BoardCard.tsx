import { useTranslation } from "react-i18next";
import type { Row } from "../../collab";
import { actionOf } from "../action/action";
import { DueText } from "../action/DueText";
import { Member, Named } from "../action/Named";
import { ProgressBar } from "../action/ProgressBar";
import { useToday } from "../action/useToday";
import styles from "./board.module.css";

/** What a card says of its action: for what, who, by when, how far, and what holds it up. */
export function BoardCard({ row }: { row: Row }) {
  const { t } = useTranslation("actionViews");
  const action = actionOf(row);
  const today = useToday();
  const { owner, objective, progress, status } = action;
  return (
    <div className={styles.face}>
      {objective && (
        <span className={styles.objective}>
          <Named section="objectives" id={objective} />
        </span>
      )}
      {status === "blocked" && (
        <p className={styles.obstacle}>
          <strong>{t("board.blocked")}</strong> {action.obstacle ?? t("board.no_obstacle")}
        </p>
      )}
      {progress !== null && progress > 0 && status !== "done" && <ProgressBar percent={progress} />}
      <span className={styles.line}>
        {owner ? <Member id={owner} /> : <span className={styles.lacking}>{t("board.no_owner")}</span>}
        {action.isShared && <span className={styles.shared}>{t("board.shared")}</span>}
      </span>
      <span className={styles.line}>
        <DueText action={action} today={today} />
      </span>
    </div>
  );
}

import { useTranslation } from "react-i18next";
import { RecordName } from "../../../form";
import { useMap } from "../mapContext";
import styles from "./ways.module.css";

/** Where ways begin: their number, and who of ours makes the first step. */
export function WayStarts({ id }: { id: string }) {
  const { t } = useTranslation("stakeholderMap");
  const starts = useMap().starts.get(id);
  if (starts === undefined) return null;
  return (
    <span className={styles.starts}>
      {starts.map(({ number, member }) => (
        <span key={number} className={styles.start} data-way={number} title={t("ways.begins")}>
          <b>{number}</b> <RecordName section="team_members" id={member} />
        </span>
      ))}
    </span>
  );
}

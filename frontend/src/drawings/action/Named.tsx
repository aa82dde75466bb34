import { useRecordName } from "../../form";
import { Avatar } from "../../ui";
import styles from "./action.module.css";

interface NamedProps {
  section: string;
  id: string;
}

/** The name of another record; one that is in the bin is struck through. */
export function Named({ section, id }: NamedProps) {
  const { text, isGone } = useRecordName(section, id);
  return <span data-gone={isGone || undefined}>{text}</span>;
}

/** Somebody of the team, with initials in the colour of their department. */
export function Member({ id }: { id: string }) {
  const { text, isGone, department } = useRecordName("team_members", id);
  return (
    <span className={styles.member} data-gone={isGone || undefined}>
      <span aria-hidden="true" className={styles.face}>
        <Avatar name={text} department={department ?? ""} size={20} />
      </span>
      {text}
    </span>
  );
}

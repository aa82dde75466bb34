import { useRow } from "../../collab";
import { fieldIn, type SectionDescription, ValueText } from "../../form";
import { useEventWords } from "./EventMarks";
import styles from "./history.module.css";
import type { HistoryEvent } from "./years";

const FIELDS = ["division", "value", "story"] as const;

/** The event that is pointed at or has the focus, with more than a label has room for. */
export function Details({ event, section }: { event: HistoryEvent; section: SectionDescription }) {
  const words = useEventWords(event, section);
  const row = useRow(section.key, event.id);
  return (
    <div className={styles.details} aria-hidden="true">
      <strong>{words.title}</strong>
      <p>
        {words.day} · {words.kind} · {words.felt}
      </p>
      {FIELDS.map((key) => {
        const [field, value] = [fieldIn(section, key), row?.values[key] ?? null];
        if (field === null || value === null) return null;
        return (
          <p key={key}>
            <ValueText section={section.key} field={field} value={value} />
          </p>
        );
      })}
    </div>
  );
}

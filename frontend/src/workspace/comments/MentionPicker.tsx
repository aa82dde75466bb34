import { useTranslation } from "react-i18next";
import { Avatar } from "../../ui";
import styles from "./Composer.module.css";
import type { Mentionable } from "./mentions";

interface MentionPickerProps {
  id: string;
  people: readonly Mentionable[];
  active: number;
  onChoose(person: Mentionable): void;
}

/** The people offered after an @. The focus stays in the field; the field says which one is active. */
export function MentionPicker({ id, people, active, onChoose }: MentionPickerProps) {
  const { t } = useTranslation("workspace");
  return (
    <div id={id} role="listbox" aria-label={t("comments.mention")} className={styles.picker}>
      {people.map((person, index) => (
        <div
          key={person.participant}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          className={styles.option}
          // A click would take the focus from the field before it is heard.
          onMouseDown={(event) => {
            event.preventDefault();
            onChoose(person);
          }}
        >
          <span aria-hidden="true">
            <Avatar {...person} size={24} />
          </span>
          <span className={styles.name}>{person.name}</span>
          <span className={styles.department}>{person.department}</span>
        </div>
      ))}
    </div>
  );
}

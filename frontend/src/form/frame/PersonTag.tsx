import { useTranslation } from "react-i18next";
import type { Person } from "../../collab";
import styles from "./PersonTag.module.css";

interface PersonTagProps {
  /** Those who are in the field; the first one's colour outlines it. */
  people: readonly Person[];
  id?: string;
  /** In the line it stands in, instead of over the edge of the cell around it. */
  isInline?: boolean;
}

/** Who else is in a field, in words on their colour: "Mei · Service". */
export function PersonTag({ people, id, isInline = false }: PersonTagProps) {
  const { t } = useTranslation("form");
  const [first, ...more] = people;
  if (first === undefined) return null;
  const name = first.department ? `${first.name} · ${first.department}` : first.name;
  return (
    <span
      className={styles.tag}
      data-inline={isInline || undefined}
      style={{ background: first.color }}
      id={id}
    >
      <span aria-hidden="true">
        {more.length === 0 ? name : t("others.more", { name, count: more.length })}
      </span>
      <span className={styles.spoken}>
        {t("others.here", { names: people.map((person) => person.name).join(", "), count: people.length })}
      </span>
    </span>
  );
}

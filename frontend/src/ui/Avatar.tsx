import { useTranslation } from "react-i18next";
import styles from "./Avatar.module.css";
import { colorOf, initialsOf } from "./department";

export interface Pictured {
  name: string;
  department: string;
}

interface AvatarProps extends Pictured {
  /** Diameter in pixels. */
  size?: number;
  color?: string;
}

/** Somebody as a round with initials in the colour of their department. */
export function Avatar({ name, department, size = 28, color }: AvatarProps) {
  const label = department ? `${name} · ${department}` : name;
  return (
    <span
      className={styles.avatar}
      role="img"
      aria-label={label}
      title={label}
      data-initials={initialsOf(name)}
      style={{ background: color ?? colorOf(department), width: size, height: size, fontSize: size * 0.4 }}
    />
  );
}

/** Several people, overlapping; those beyond `most` become a number. */
export function AvatarGroup({ people, most = 5 }: { people: readonly Pictured[]; most?: number }) {
  const { t } = useTranslation("shell");
  const shown = people.length > most ? people.slice(0, most) : people;
  const beyond = people.length - shown.length;
  return (
    <span className={styles.group}>
      {shown.map((person) => (
        <Avatar key={`${person.name}/${person.department}`} {...person} />
      ))}
      {beyond > 0 && (
        <span
          className={styles.more}
          role="img"
          aria-label={t("people.more", { count: beyond })}
          data-initials={`+${beyond}`}
        />
      )}
    </span>
  );
}

import { type ReactNode, useId } from "react";
import styles from "./SettingsSection.module.css";

interface SettingsSectionProps {
  title: string;
  text?: string;
  children: ReactNode;
}

/** A group of settings: what it is about on the left, the settings on the right. */
export function SettingsSection({ title, text, children }: SettingsSectionProps) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div>
        <h2 id={id}>{title}</h2>
        {text && <p>{text}</p>}
      </div>
      <div className={styles.settings}>{children}</div>
    </section>
  );
}

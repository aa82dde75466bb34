import type { ReactNode } from "react";
import styles from "./Bar.module.css";

export type Tone = "info" | "good" | "warn" | "bad";

interface BarProps {
  tone?: Tone;
  /** In a word or two, what kind of news it is; a colour alone does not say it. */
  title?: string;
  children?: ReactNode;
  action?: ReactNode;
}

/** A notice that stays until what it says is over. */
export function Bar({ tone = "info", title, children, action }: BarProps) {
  return (
    <div className={styles.bar} data-tone={tone} role={tone === "bad" ? "alert" : "status"}>
      <div className={styles.words}>
        {title && <strong>{title}</strong>}
        {children && <div>{children}</div>}
      </div>
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}

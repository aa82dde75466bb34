import type { ReactNode } from "react";
import styles from "./EmptyState.module.css";

interface EmptyStateProps {
  /** What is missing, as a heading. */
  title: string;
  /** What belongs here and why somebody would want it. */
  children?: ReactNode;
  /** The one click that starts it. */
  action?: ReactNode;
}

/** An empty place that says what belongs there and starts it. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <h2 className={styles.title}>{title}</h2>
      {children && <div className={styles.text}>{children}</div>}
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}

import type { ReactNode } from "react";
import styles from "./EmptyState.module.css";

interface EmptyStateProps {
  /** What is missing, as a heading. */
  title: string;
  /** Where nothing else is on the page, it is the page's own heading. */
  isPage?: boolean;
  /** What belongs here and why somebody would want it. */
  children?: ReactNode;
  /** The one click that starts it. */
  action?: ReactNode;
}

/** An empty place that says what belongs there and starts it. */
export function EmptyState({ title, isPage = false, children, action }: EmptyStateProps) {
  const Heading = isPage ? "h1" : "h2";
  return (
    <div className={styles.empty}>
      <Heading className={styles.title}>{title}</Heading>
      {children && <div className={styles.text}>{children}</div>}
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}

import type { ReactNode } from "react";
import styles from "./Header.module.css";

/** The product's name as it is written. */
export function Mark() {
  return <span className={styles.mark}>tavolo</span>;
}

interface HeaderProps {
  /** The mark, usually as a link home. */
  home?: ReactNode;
  /** Where one is: account, plan, or the pages beside this one. */
  children?: ReactNode;
  /** Who is here and what can be done. */
  end?: ReactNode;
}

/** The line at the top of every page. */
export function Header({ home = <Mark />, children, end }: HeaderProps) {
  return (
    <header className={styles.header}>
      {home}
      <div className={styles.middle}>{children}</div>
      {end && <div className={styles.end}>{end}</div>}
    </header>
  );
}

import styles from "./Saved.module.css";

/** The word that a form's values are kept, for as long as they are what is shown. */
export function Saved({ children }: { children: string }) {
  return (
    <span className={styles.saved} role="status">
      <span aria-hidden="true">✓</span> {children}
    </span>
  );
}

import type { Status } from "./heat";
import styles from "./whitespace.module.css";

const PATHS: Record<Status, string> = {
  open: "M7 2a5 5 0 1 1 0 10A5 5 0 0 1 7 2Z",
  deployed: "M2.5 7.5 6 11l5.5-8",
  proposed: "M2 7h9M7.5 3.5 11 7l-3.5 3.5",
  competitor: "M3 3l8 8M11 3l-8 8",
  not_applicable: "M3 7h8",
};

/** Where we are with a cell, as a sign beside its word. */
export function StatusSign({ status }: { status: Status }) {
  return (
    <svg
      className={styles.sign}
      data-status={status}
      viewBox="0 0 14 14"
      width="14"
      height="14"
      aria-hidden="true"
    >
      <path d={PATHS[status]} />
    </svg>
  );
}

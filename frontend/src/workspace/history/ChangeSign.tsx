import type { Kind } from "./changes";
import styles from "./history.module.css";

const SHAPES: Record<Kind, string> = {
  added: "M8 3.5v9M3.5 8h9",
  removed: "M3.5 8h9",
  restored: "M4 8a4.25 4.25 0 1 1 1.4 3.15M4 4.5V8h3.5",
  affected: "M8 3.5v5.5M8 12.25v.25",
  changed: "M3.5 12.5l.6-2.6 6.6-6.6 2 2-6.6 6.6-2.6.6Z",
};

/** What became of a record, for the eye that runs down the list; the sentence beneath says it in words. */
export function ChangeSign({ kind }: { kind: Kind }) {
  return (
    <svg
      className={styles.sign}
      data-kind={kind}
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
    >
      <path
        d={SHAPES[kind]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}

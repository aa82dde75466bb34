import type { Severity } from "../../collab";
import styles from "./findings.module.css";

/** A sign for a severity that differs in its shape, not in its colour alone. */
export function SeverityMark({ severity }: { severity: Severity }) {
  return (
    <svg
      className={styles.sign}
      data-severity={severity}
      viewBox="0 0 16 16"
      width="14"
      height="14"
      aria-hidden="true"
    >
      {SHAPES[severity]}
    </svg>
  );
}

const STROKE = { fill: "none", stroke: "currentColor", strokeWidth: 1.5 } as const;

const SHAPES = {
  must: (
    <>
      <path d="M5.2 1.25h5.6l3.95 3.95v5.6l-3.95 3.95H5.2L1.25 10.8V5.2Z" fill="currentColor" />
      <path d="M8 4.25v4.5M8 10.75v1.25" stroke="var(--panel)" strokeWidth="1.75" />
    </>
  ),
  should: (
    <>
      <path d="M8 1.75 15 14H1Z" strokeLinejoin="round" {...STROKE} />
      <path d="M8 6v4M8 11.25v1.25" {...STROKE} />
    </>
  ),
  could: (
    <>
      <circle cx="8" cy="8" r="6.5" {...STROKE} />
      <path d="M8 7v4.5M8 4.25v1.5" {...STROKE} />
    </>
  ),
} as const;

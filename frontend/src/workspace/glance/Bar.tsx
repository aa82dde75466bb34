import styles from "./bar.module.css";

/** A share as a bar beside the words that say it; `tone` repeats what they say. */
export function ShareBar({ share, tone = "plain" }: { share: number; tone?: "plain" | "good" | "bad" }) {
  const width = `${Math.min(1, Math.max(0, share)) * 100}%`;
  return (
    <span className={styles.bar} data-tone={tone} aria-hidden="true">
      <span style={{ width }} />
    </span>
  );
}

/** A lead as a bar to the right of the middle, a lag as one to its left. */
export function LeadBar({ lead, most }: { lead: number; most: number }) {
  const share = Math.min(1, Math.abs(lead) / most) * 50;
  const side = lead < 0 ? { right: "50%" } : { left: "50%" };
  return (
    <span className={styles.lead} data-tone={lead < 0 ? "bad" : "good"} aria-hidden="true">
      {lead !== 0 && <span style={{ ...side, width: `${share}%` }} />}
    </span>
  );
}

/** A tick or a cross, so that a state is not told by its colour alone. */
export function StateSign({ isGood }: { isGood: boolean }) {
  return (
    <svg
      className={styles.sign}
      data-tone={isGood ? "good" : "bad"}
      viewBox="0 0 14 14"
      width="14"
      height="14"
      aria-hidden="true"
    >
      <path d={isGood ? "M2.5 7.5 6 11l5.5-8" : "M3 3l8 8M11 3l-8 8"} />
    </svg>
  );
}

import styles from "./Ring.module.css";

interface RingProps {
  /** How full, 0 to 100. */
  percent: number;
  /** What a screen reader says; without it the ring is decoration beside words that say the same. */
  label?: string;
  size?: number;
}

const RADIUS = 5.5;
const ROUND = 2 * Math.PI * RADIUS;

/** A small ring that fills with completeness; full, it carries a tick, so that colour is not alone. */
export function Ring({ percent, label, size = 14 }: RingProps) {
  const share = Math.min(100, Math.max(0, percent)) / 100;
  const naming = label ? ({ role: "img", "aria-label": label } as const) : { "aria-hidden": true };
  return (
    <span className={styles.ring} {...naming}>
      <svg viewBox="0 0 14 14" width={size} height={size} aria-hidden="true">
        <circle className={styles.track} cx="7" cy="7" r={RADIUS} />
        <circle
          className={styles.fill}
          cx="7"
          cy="7"
          r={RADIUS}
          strokeDasharray={`${share * ROUND} ${ROUND}`}
          transform="rotate(-90 7 7)"
        />
        {share === 1 && <path className={styles.tick} d="M4.6 7.2 6.3 8.9 9.5 5.4" />}
      </svg>
    </span>
  );
}

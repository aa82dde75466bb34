import styles from "./Scale.module.css";
import type { MarkKind } from "./scale";

const PATHS: Record<Exclude<MarkKind, "dot" | "neutral">, string> = {
  worst: "M3 3l8 8M11 3l-8 8",
  minus: "M2 7h10",
  plus: "M7 2v10M2 7h10",
  best: "M3 8l3 3 5-8",
};

/** A step of a scale with two sides, drawn so that it is told apart without its colour. */
export function ScaleMark({ kind }: { kind: MarkKind }) {
  return (
    <svg
      className={styles.mark}
      data-kind={kind}
      viewBox="0 0 14 14"
      width="14"
      height="14"
      aria-hidden="true"
    >
      {kind === "neutral" || kind === "dot" ? (
        <circle cx="7" cy="7" r="5.5" />
      ) : (
        <path d={PATHS[kind]} strokeLinecap="round" strokeLinejoin="round" />
      )}
    </svg>
  );
}

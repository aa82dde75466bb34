import type { LinkKind } from "./kinds";
import { LINK_SIGNS } from "./shapes";
import styles from "./signs.module.css";

/** The sign of a kind of link. */
export function LinkSign({ kind }: { kind: LinkKind }) {
  return (
    <svg
      className={styles.linkSign}
      data-kind={kind}
      viewBox="-9 -9 18 18"
      width="18"
      height="18"
      aria-hidden="true"
    >
      <circle r="8" />
      <path d={LINK_SIGNS[kind]} />
    </svg>
  );
}

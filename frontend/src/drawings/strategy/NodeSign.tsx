import type { NodeKind } from "./kinds";
import { SIGNS } from "./shapes";
import styles from "./signs.module.css";

/** The sign of a kind of node. */
export function NodeSign({ kind }: { kind: NodeKind }) {
  return (
    <svg className={styles.sign} viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">
      <path d={SIGNS[kind]} />
    </svg>
  );
}

import { ViewportPortal } from "@xyflow/react";
import type { ReactNode } from "react";
import styles from "./Canvas.module.css";

/** What lies under the pieces and moves with them, in the canvas's units. */
export function Backdrop({ children }: { children: ReactNode }) {
  return (
    <ViewportPortal>
      <div className={styles.backdrop}>{children}</div>
    </ViewportPortal>
  );
}

import { Handle } from "@xyflow/react";
import styles from "./Canvas.module.css";
import { positionOf, SIDES } from "./pieces";

/** Where lines begin and end on a piece; a line is drawn by dragging from one of them to another piece. */
export function Anchors({ isConnectable }: { isConnectable: boolean }) {
  return SIDES.map((side) => (
    <Handle
      key={side}
      id={side}
      type="source"
      position={positionOf(side)}
      isConnectable={isConnectable}
      className={styles.anchor ?? ""}
      aria-hidden="true"
    />
  ));
}

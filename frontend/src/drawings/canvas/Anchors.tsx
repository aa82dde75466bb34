import { Handle, useNodeId } from "@xyflow/react";
import { useSyncExternalStore } from "react";
import styles from "./Canvas.module.css";
import { useCanvas } from "./canvasContext";
import { positionOf, SIDES } from "./pieces";

/**
 * Where lines begin and end on a piece; a line is drawn by dragging from one of them to another piece.
 *
 * They are there only on the piece that a hand or the focus is at: four on each of two hundred pieces cost
 * more, while a map is panned, than the pieces themselves. Lines need none of them, for pieces say their anchors.
 */
export function Anchors({ isConnectable }: { isConnectable: boolean }) {
  const { nearest } = useCanvas();
  const id = useNodeId();
  const isNear = useSyncExternalStore(nearest.subscribe, () => nearest.get() === id);
  if (!isConnectable || !isNear) return null;
  return SIDES.map((side) => (
    <Handle
      key={side}
      id={side}
      type="source"
      position={positionOf(side)}
      className={styles.anchor ?? ""}
      aria-hidden="true"
    />
  ));
}

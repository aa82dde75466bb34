import { Handle, useNodeId, useStore } from "@xyflow/react";
import { type CSSProperties, useSyncExternalStore } from "react";
import styles from "./Anchors.module.css";
import { useCanvas } from "./canvasContext";
import type { Side } from "./geometry";
import { positionOf, SIDES } from "./pieces";

interface AnchorsProps {
  isConnectable: boolean;
  /** A side at which something else is to be aimed at. */
  taken?: Side | null;
}

/**
 * Where lines begin and end on a piece; a line is drawn by dragging from one of them to another piece.
 *
 * They are there only on the piece that a hand or the focus is at: four on each of two hundred pieces cost
 * more, while a map is panned, than the pieces themselves. Lines need none of them, for pieces say their anchors.
 */
export function Anchors({ isConnectable, taken = null }: AnchorsProps) {
  const { nearest } = useCanvas();
  const id = useNodeId();
  const isNear = useSyncExternalStore(nearest.subscribe, () => nearest.get() === id);
  if (!isConnectable || !isNear) return null;
  return SIDES.filter((side) => side !== taken).map((side) => <Anchor key={side} side={side} />);
}

/** For a finger it is as large on the screen however small the map is drawn. */
function Anchor({ side }: { side: Side }) {
  const zoom = useStore((store) => store.transform[2]);
  return (
    <Handle
      id={side}
      type="source"
      position={positionOf(side)}
      className={styles.anchor ?? ""}
      style={{ "--zoom": zoom } as CSSProperties}
      data-side={side}
      aria-hidden="true"
    />
  );
}

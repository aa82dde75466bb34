import { useStore } from "@xyflow/react";
import type { ReactNode } from "react";
import styles from "./Canvas.module.css";
import type { Spot } from "./geometry";

interface FloatingProps {
  /** Where it belongs, in the canvas's units. */
  at: Spot;
  children: ReactNode;
}

/** Something that stays at a place of the canvas and keeps its own size, such as a small menu. */
export function Floating({ at, children }: FloatingProps) {
  const [x, y, zoom] = useStore((state) => state.transform);
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  // Kept inside the window: a menu at the edge of a map must still be read.
  const left = Math.min(Math.max(at.x * zoom + x, EDGE), Math.max(EDGE, width - EDGE));
  const top = Math.min(Math.max(at.y * zoom + y, 0), Math.max(0, height - LOW));
  return (
    <div className={`nopan nodrag nowheel ${styles.floating}`} style={{ left, top }}>
      {children}
    </div>
  );
}

/** Half of the widest menu, and the height of the tallest, in pixels. */
const EDGE = 168;
const LOW = 96;

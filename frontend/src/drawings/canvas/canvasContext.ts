import { createContext, useContext } from "react";
import type { Spot } from "./geometry";
import type { Nearest } from "./nearest";

/** What can be done with the view of a canvas. */
export interface CanvasView {
  /** Bring a piece into view and give it the focus. */
  focus(id: string): void;
  /** Bring a piece into view where it is not. */
  show(id: string): void;
  /** Show everything. */
  showAll(): void;
  /** Show everything, or on a narrow screen its beginning. */
  open(): void;
  /** The middle of what is in view, in the canvas's units. */
  middle(): Spot;
  /** What of the canvas lies at a point of the window. */
  spotAt(clientX: number, clientY: number): Spot;
}

export interface CanvasState {
  /** The section whose records the pieces are. */
  section: string;
  canEdit: boolean;
  view: CanvasView;
  nearest: Nearest;
}

export const CanvasContext = createContext<CanvasState | null>(null);

export function useCanvas(): CanvasState {
  const canvas = useContext(CanvasContext);
  if (!canvas) throw new Error("useCanvas belongs inside <Canvas>.");
  return canvas;
}

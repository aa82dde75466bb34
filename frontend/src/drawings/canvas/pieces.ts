/** What a drawing puts on the canvas, and how React Flow is told of it. */

import { type Edge, type Node, Position } from "@xyflow/react";
import { type Box, type Side, sidesBetween } from "./geometry";

/** Something that stands on the canvas. A piece that has not changed should keep its identity. */
export interface Piece<T extends Record<string, unknown> = Record<string, unknown>> extends Box {
  id: string;
  /** Which of the drawing's `nodeTypes` draws it. */
  kind: string;
  /** What it is called aloud, in a whole sentence. */
  spoken: string;
  data: T;
}

/** A line from one piece to another. */
export interface Line<T extends Record<string, unknown> = Record<string, unknown>> {
  id: string;
  /** Which of the drawing's `edgeTypes` draws it. */
  kind: string;
  from: string;
  to: string;
  data: T;
}

const POSITIONS: Record<Side, Position> = {
  top: Position.Top,
  right: Position.Right,
  bottom: Position.Bottom,
  left: Position.Left,
};

export const SIDES: readonly Side[] = ["top", "right", "bottom", "left"];

export function positionOf(side: Side): Position {
  return POSITIONS[side];
}

function anchor({ width, height }: Box, side: Side) {
  const x = side === "left" ? 0 : side === "right" ? width : width / 2;
  const y = side === "top" ? 0 : side === "bottom" ? height : height / 2;
  return { id: side, type: "source" as const, position: POSITIONS[side], x, y, width: 0, height: 0 };
}

export interface Marking {
  isSelected: boolean;
  /** The one piece that the Tab key stops at. */
  isActive: boolean;
  /** What this kind of thing is called, for screen readers. */
  roleWords: string;
}

/**
 * A piece as React Flow takes it.
 *
 * Measures and anchors are told rather than measured: nothing is laid out twice, and lines to pieces
 * that are out of sight are drawn without their ever having been on the page.
 */
export function nodeOf(piece: Piece, { isSelected, isActive, roleWords }: Marking): Node {
  const { id, kind, x, y, width, height, data, spoken } = piece;
  return {
    id,
    type: kind,
    position: { x, y },
    width,
    height,
    measured: { width, height },
    handles: SIDES.map((side) => anchor(piece, side)),
    data,
    selected: isSelected,
    focusable: false,
    ariaLabel: spoken,
    ariaRole: "group",
    domAttributes: { tabIndex: isActive ? 0 : -1, "aria-roledescription": roleWords },
  };
}

export function edgeOf(line: Line, from: Box, to: Box, isSelected: boolean): Edge {
  const { out, into } = sidesBetween(from, to);
  return {
    id: line.id,
    type: line.kind,
    source: line.from,
    target: line.to,
    sourceHandle: out,
    targetHandle: into,
    data: line.data,
    selected: isSelected,
    focusable: false,
  };
}

/**
 * Returns a function that keeps the results for inputs that are the same as last time.
 *
 * React Flow draws again whatever is a new object; of two hundred pieces only the one that is dragged
 * may be.
 */
export function keeping<Input extends readonly unknown[], Output>(make: (...input: Input) => Output) {
  let kept = new Map<string, { input: Input; output: Output }>();
  return (wanted: readonly { id: string; input: Input }[]): Output[] => {
    const next = new Map<string, { input: Input; output: Output }>();
    const all = wanted.map(({ id, input }) => {
      const known = kept.get(id);
      const isSame = known?.input.every((one, at) => Object.is(one, input[at])) ?? false;
      const entry = known && isSame ? known : { input, output: make(...input) };
      next.set(id, entry);
      return entry.output;
    });
    kept = next;
    return all;
  };
}

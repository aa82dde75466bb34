import type { KeyboardEvent } from "react";
import { isTyping, singleKeysOn } from "../../workspace/shortcuts/keys";
import type { CanvasView } from "./canvasContext";
import { type Direction, inReadingOrder, neighbourOf, type Spot } from "./geometry";
import { type CanvasCommand, canvasCommandOf } from "./keys";
import type { Piece } from "./pieces";
import { NOTHING, type SelectionState, selectionOf, toggled } from "./selection";

/** What can be asked of a drawing; what it leaves out does nothing. */
export interface CanvasDeeds {
  /** Show a piece's record with all its fields. */
  onOpen(id: string): void;
  /** Add a piece, at a spot or wherever the drawing sees fit. */
  onAdd?(at: Spot | null): void;
  /** Begin to change a piece's name in place; `typed` replaces what it was called. */
  onRename?(id: string, typed: string | null): void;
  onRemove?(ids: readonly string[]): void;
  onRemoveLine?(id: string): void;
  /** Pieces were put somewhere: by hand one step of undo; the presses of a key flow into one another. */
  onDrop?(spots: ReadonlyMap<string, Spot>, by: "hand" | "keys"): void;
  /** Two pieces were joined by dragging from one to the other. */
  onLink?(from: string, to: string): void;
  /** Choose, by keyboard, what to join a piece with. */
  onBeginLink?(from: string): void;
  /** Show the lines of a piece, to change one of them. */
  onShowLines?(id: string): void;
  onSelectLine?(id: string): void;
}

interface KeyedCanvas extends SelectionState {
  pieces: readonly Piece[];
  active: string | null;
  view: CanvasView;
  zoom(by: "in" | "out" | "fit"): void;
  deeds: CanvasDeeds;
  canEdit: boolean;
}

const STEP = 8;
const FAR = 64;

/** Everything the mouse can do, by keyboard. Returns the canvas's listener for keys. */
export function useCanvasKeys(canvas: KeyedCanvas): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.defaultPrevented || isTyping(event.target) || isOther(event.target)) return;
    const command = canvasCommandOf(event, singleKeysOn());
    if (command === null || !obey(command, canvas)) return;
    event.preventDefault();
    // A record that is open beside the drawing would take Escape for its own.
    event.stopPropagation();
  };
}

/** Whether a control inside the canvas has its own use for keys. */
function isOther(target: EventTarget): boolean {
  return target instanceof Element && target.closest("button, a, [role=dialog], [data-own-keys]") !== null;
}

/** Do what a key asked for; false when there was nothing to do, so that the page may use the key. */
function obey(command: CanvasCommand, canvas: KeyedCanvas): boolean {
  switch (command.do) {
    case "go":
      return go(canvas, command.direction);
    case "first":
    case "last":
      return goTo(canvas, inReadingOrder(canvas.pieces).at(command.do === "first" ? 0 : -1)?.id);
    case "zoom":
      canvas.zoom(command.by);
      return true;
    case "leave":
      return leave(canvas);
    case "all":
      canvas.select(selectionOf(...canvas.pieces.map(({ id }) => id)));
      return true;
    case "toggle":
      return withActive(canvas, (id) => canvas.select(toggled(canvas.selection, id)));
    case "open":
      return withActive(canvas, canvas.deeds.onOpen);
    default:
      return canvas.canEdit && change(command, canvas);
  }
}

type Changing = Extract<CanvasCommand, { do: "add" | "rename" | "remove" | "link" | "links" | "shift" }>;

function change(command: Changing | CanvasCommand, canvas: KeyedCanvas): boolean {
  const { deeds, selection } = canvas;
  switch (command.do) {
    case "add":
      deeds.onAdd?.(null);
      return deeds.onAdd !== undefined;
    case "rename":
      return withActive(canvas, (id) => deeds.onRename?.(id, command.typed));
    case "link":
      return withActive(canvas, (id) => deeds.onBeginLink?.(id));
    case "links":
      return withActive(canvas, (id) => deeds.onShowLines?.(id));
    case "remove":
      if (selection.line !== null) deeds.onRemoveLine?.(selection.line);
      else if (chosen(canvas).length > 0) deeds.onRemove?.(chosen(canvas));
      return true;
    case "shift":
      return shift(canvas, command.direction, command.isFar ? FAR : STEP);
    default:
      return false;
  }
}

/** What a deed is for: everything that is chosen, or else the piece with the focus. */
function chosen({ selection, active }: KeyedCanvas): string[] {
  if (active !== null && !selection.pieces.has(active)) return [active];
  return [...selection.pieces];
}

function withActive({ active }: KeyedCanvas, work: (id: string) => void): boolean {
  if (active !== null) work(active);
  return active !== null;
}

function go(canvas: KeyedCanvas, direction: Direction): boolean {
  const { pieces, active } = canvas;
  if (active === null) return false;
  goTo(canvas, neighbourOf(pieces, active, direction)?.id ?? active);
  return true;
}

function goTo({ view, select }: KeyedCanvas, id: string | undefined): boolean {
  if (id === undefined) return false;
  select(selectionOf(id));
  view.focus(id);
  return true;
}

function leave({ selection, select }: KeyedCanvas): boolean {
  if (selection.pieces.size === 0 && selection.line === null) return false;
  select(NOTHING);
  return true;
}

const BY: Record<Direction, Spot> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
};

function shift(canvas: KeyedCanvas, direction: Direction, far: number): boolean {
  const ids = new Set(chosen(canvas));
  const by = BY[direction];
  const moved = canvas.pieces.filter(({ id }) => ids.has(id));
  if (moved.length === 0) return false;
  canvas.deeds.onDrop?.(
    new Map(moved.map(({ id, x, y }) => [id, { x: x + by.x * far, y: y + by.y * far }] as const)),
    "keys",
  );
  return true;
}

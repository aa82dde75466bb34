/**
 * The canvas that maps are drawn on: React Flow with this program's keys, presence and looks.
 *
 * A drawing makes `Piece`s (boxes with a place, a size, spoken words and data) and `Line`s between them from
 * its records, gives a component for each kind of either, and says what is done when something is asked:
 *
 * ```tsx
 * const { selection, select } = useSelection();
 * const view = useRef<CanvasView>(null);
 * <Canvas
 *   label="Strategy map" section="strategy_nodes" roleWords="goal" canEdit={canEdit} ref={view}
 *   pieces={pieces} lines={lines} nodeTypes={NODES} edgeTypes={EDGES} selection={selection} select={select}
 *   onOpen={onOpen} onDrop={(spots) => …write x and y of each, as one step…} onLink={…} onAdd={…} onRemove={…}
 * >
 *   <Backdrop>lanes, which move with the pieces</Backdrop>
 *   <Panel position="top-left">buttons, which do not</Panel>
 * </Canvas>
 * ```
 *
 * Inside a piece's component: `<Anchors>` for lines to begin at, `<HeldBy>` for others' names and colours,
 * `<TitleField>` to type its name in place, `useCanvas()` for the view. Keep `NODES` and `EDGES` outside of
 * components and memoise what they name; keep a piece's identity while it has not changed, so that only
 * what changed is drawn again. A deed that is left out cannot be done: its keys and gestures do nothing.
 *
 * While somebody drags, others see the pieces move through presence; `onDrop` is called once, at the end,
 * and by Alt + arrows. Then the pieces must stand where they were put with the same render.
 */

export { Anchors } from "./Anchors";
export { Backdrop } from "./Backdrop";
export { Canvas, type CanvasProps } from "./Canvas";
export { type CanvasView, useCanvas } from "./canvasContext";
export { Floating } from "./Floating";
export {
  type Box,
  boxAround,
  centreOf,
  type Direction,
  overlaps,
  type Side,
  type Spot,
  sidesBetween,
} from "./geometry";
export { HeldBy } from "./HeldBy";
export { keeping, type Line, type Piece } from "./pieces";
export {
  lineSelected,
  NOTHING,
  onlyPiece,
  type Selection,
  type SelectionState,
  selectionOf,
  useSelection,
} from "./selection";
export { TitleField } from "./TitleField";
export type { CanvasDeeds } from "./useCanvasKeys";

import "@xyflow/react/dist/base.css";
import { useMediaQuery } from "@mantine/hooks";
import {
  ConnectionMode,
  type EdgeTypes,
  type NodeTypes,
  type OnNodeDrag,
  ReactFlow,
  ReactFlowProvider,
  useStore,
  useStoreApi,
} from "@xyflow/react";
import {
  type ReactNode,
  type Ref,
  type RefObject,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from "react";
import { useTranslation } from "react-i18next";
import { AT_ONCE, PHONE } from "../../tools/phone";
import styles from "./Canvas.module.css";
import { Controls } from "./Controls";
import { CanvasContext, type CanvasState, type CanvasView } from "./canvasContext";
import { heldAt } from "./dragging";
import type { Box, Spot } from "./geometry";
import { LinkingHint, useLinking } from "./LinkingHint";
import { Nearest } from "./nearest";
import { Overview } from "./Overview";
import { edgeOf, keeping, type Line, nodeOf, type Piece } from "./pieces";
import {
  lineSelected,
  NOTHING,
  onlyPiece,
  type SelectionState,
  selectionOf,
  useSelectionChanges,
} from "./selection";
import { pieceAround, useCanvasFocus } from "./useCanvasFocus";
import { type CanvasDeeds, useCanvasKeys } from "./useCanvasKeys";
import { type Drags, useDrags } from "./useDrags";
import { useView, type View, ZOOM } from "./useView";

export interface CanvasProps extends CanvasDeeds, SelectionState {
  /** What the whole drawing is called aloud. */
  label: string;
  /** The section whose records the pieces are: others see at which of them this person is. */
  section: string;
  pieces: readonly Piece[];
  lines: readonly Line[];
  nodeTypes: NodeTypes;
  edgeTypes: EdgeTypes;
  /** What a piece is called as a kind of thing, for screen readers: "goal or challenge". */
  roleWords: string;
  canEdit: boolean;
  /** What is shown when everything is; otherwise the box around the pieces. */
  frame?: Box | null;
  /** The share of its size at which the map can be read on a phone, where it opens so near. */
  readable?: number;
  /** What lies under the pieces and moves with them, and what lies over the canvas and does not. */
  children?: ReactNode;
  ref?: Ref<CanvasView>;
}

/** See `index.ts`. */
export function Canvas(props: CanvasProps) {
  return (
    <ReactFlowProvider>
      <Drawn {...props} />
    </ReactFlowProvider>
  );
}

function Drawn(props: CanvasProps) {
  const { section, selection, select, canEdit } = props;
  const root = useRef<HTMLDivElement>(null);
  const isPhone = useMediaQuery(PHONE, false, AT_ONCE) ?? false;
  const isTouchable = canEdit && !isPhone;
  const isFar = useStore((store) => store.transform[2] < FAR);
  useToldMeasures();
  const drags = useDrags(section);
  const pieces = useMemo(() => heldAt(props.pieces, drags.own, drags.others), [props.pieces, drags]);
  const focus = useCanvasFocus(section, pieces, root);
  const view = useView(pieces, props.frame ?? null, root, props.readable ?? READABLE);
  const whole = useWholeView(view, focus.focus, props.ref);
  const onKeyDown = useCanvasKeys({
    ...{ pieces, selection, select, canEdit },
    ...{ active: focus.active, view: whole, zoom: view.zoom, deeds: props },
  });
  const state = useCanvasState(section, isTouchable, whole);
  return (
    <CanvasContext value={state}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the pieces inside. */}
      <div
        ref={root}
        className={styles.canvas}
        data-far={isFar || undefined}
        onKeyDown={onKeyDown}
        onPointerOver={(event) => state.nearest.set(pieceAround(event.target))}
        onFocus={(event) => {
          state.nearest.set(pieceAround(event.target));
          focus.onFocus(event);
        }}
        onBlur={focus.onBlur}
        onDoubleClick={(event) => addByDoubleClick(event, props, isTouchable, view)}
      >
        <Flow {...{ props, pieces, drags, view, root, isTouchable, isPhone }} active={focus.active} />
        <p className={styles.unseen}>{useHint()}</p>
      </div>
    </CanvasContext>
  );
}

interface FlowProps {
  props: CanvasProps;
  pieces: readonly Piece[];
  active: string | null;
  drags: Drags;
  view: View;
  root: RefObject<HTMLElement | null>;
  isTouchable: boolean;
  isPhone: boolean;
}

/** React Flow with what this canvas makes of it. */
function Flow({ props, pieces, active, drags, view, root, isTouchable, isPhone }: FlowProps) {
  const { selection, select } = props;
  const { needsHint, onLink } = useLinking(props.onLink);
  return (
    <ReactFlow
      {...useElements(props, pieces, active)}
      {...useHands({ ...props, onLink }, drags, isTouchable)}
      {...SETTINGS}
      onNodesChange={useSelectionChanges({ selection, select })}
      aria-label={props.label}
      nodeTypes={props.nodeTypes}
      edgeTypes={props.edgeTypes}
      onInit={view.open}
      // Not when a move begins: every tap begins one, and would not reach what it is meant for.
      onMove={() => root.current?.toggleAttribute("data-moving", true)}
      onMoveEnd={() => root.current?.removeAttribute("data-moving")}
      onNodeClick={(_event, node) => isPhone && props.onOpen(node.id)}
      onEdgeClick={(_event, edge) => {
        select(lineSelected(edge.id));
        props.onSelectLine?.(edge.id);
      }}
      onPaneClick={() => select(NOTHING)}
      onlyRenderVisibleElements={pieces.length > FEW}
    >
      {props.children}
      {isTouchable && needsHint && onlyPiece(selection) !== null && <LinkingHint />}
      <Controls view={view} />
      <Overview pieces={pieces} view={view} />
    </ReactFlow>
  );
}

/** Further away than this share of their size, pieces show only what they are called. */
const FAR = 0.66;

/** From so far away what pieces are called is large; see `CanvasProps.readable`. */
const READABLE = 0.6;

/**
 * So few pieces are drawn once and for all; of more, only those in view. With 200, panning costs 16 ms a frame
 * when all are kept and 20 ms, with gaps of 300 ms, when those at the edge come and go.
 */
const FEW = 400;

const SETTINGS = {
  minZoom: ZOOM.least,
  maxZoom: ZOOM.most,
  connectionMode: ConnectionMode.Loose,
  connectionRadius: 24,
  snapToGrid: true,
  snapGrid: [8, 8] as [number, number],
  nodesFocusable: false,
  edgesFocusable: false,
  // The canvas has its own keys, of which moving by arrow is the least.
  disableKeyboardA11y: true,
  deleteKeyCode: null,
  zoomOnDoubleClick: false,
  selectNodesOnDrag: true,
  nodeDragThreshold: 3,
  elevateEdgesOnSelect: true,
} as const;

/** What pieces may ask of the canvas. */
function useCanvasState(section: string, canEdit: boolean, view: CanvasView): CanvasState {
  const [nearest] = useState(() => new Nearest());
  return useMemo(() => ({ section, canEdit, view, nearest }), [section, canEdit, view, nearest]);
}

/**
 * Has React Flow believe what pieces say of their measures and anchors.
 *
 * It would measure every piece as soon as it is drawn, and forget the anchors that are not on the page.
 */
function useToldMeasures(): void {
  const store = useStoreApi();
  // Before the first piece is drawn, for whatever measures is then made with this.
  useState(() => store.setState({ updateNodeInternals: () => {} }));
}

/** The view with the focus, as pieces and the drawing around the canvas may use it. */
function useWholeView(view: View, focus: (id: string) => void, ref?: Ref<CanvasView>): CanvasView {
  const whole = useMemo(
    () => ({
      ...view,
      focus: (id: string) => {
        view.show(id);
        focus(id);
      },
    }),
    [view, focus],
  );
  useImperativeHandle(ref, () => whole, [whole]);
  return whole;
}

/** Pieces and lines as React Flow takes them; what has not changed keeps its identity. */
function useElements(props: CanvasProps, pieces: readonly Piece[], active: string | null) {
  const { lines, selection, roleWords } = props;
  const makeNodes = useMemo(
    () =>
      keeping((piece: Piece, isSelected: boolean, isActive: boolean, words: string) =>
        nodeOf(piece, { isSelected, isActive, roleWords: words }),
      ),
    [],
  );
  const makeEdges = useMemo(() => keeping(edgeOf), []);
  const nodes = useMemo(() => {
    const wanted = pieces.map((piece) => ({
      id: piece.id,
      input: [piece, selection.pieces.has(piece.id), piece.id === active, roleWords] as const,
    }));
    return makeNodes(wanted.map(({ id, input }) => ({ id, input: [...input] })));
  }, [pieces, selection.pieces, active, roleWords, makeNodes]);
  const edges = useMemo(() => {
    const at = new Map(pieces.map((piece) => [piece.id, piece]));
    return makeEdges(
      lines.flatMap((line) => {
        const [from, to] = [at.get(line.from), at.get(line.to)];
        return from && to ? [{ id: line.id, input: [line, from, to, line.id === selection.line] }] : [];
      }),
    );
  }, [lines, pieces, selection.line, makeEdges]);
  return { nodes, edges };
}

/** What hands may do: drag pieces, draw lines between them. */
function useHands(props: CanvasProps, drags: Drags, isTouchable: boolean) {
  const { onDrop, onLink, select, selection } = props;
  const hold = (nodes: readonly { id: string; position: Spot }[]) =>
    drags.hold(new Map(nodes.map(({ id, position }) => [id, position])));
  const drop = (nodes: readonly { id: string; position: Spot }[]) => {
    onDrop?.(new Map(nodes.map(({ id, position }) => [id, position])), "hand");
    drags.release();
  };
  const grasp: OnNodeDrag = (_event, node) => {
    if (!selection.pieces.has(node.id)) select(selectionOf(node.id));
  };
  return {
    nodesDraggable: isTouchable && onDrop !== undefined,
    nodesConnectable: isTouchable && onLink !== undefined,
    onNodeDragStart: grasp,
    onNodeDrag: ((_event, _node, nodes) => hold(nodes)) satisfies OnNodeDrag,
    onNodeDragStop: ((_event, _node, nodes) => drop(nodes)) satisfies OnNodeDrag,
    onSelectionDrag: (_event: unknown, nodes: readonly { id: string; position: Spot }[]) => hold(nodes),
    onSelectionDragStop: (_event: unknown, nodes: readonly { id: string; position: Spot }[]) => drop(nodes),
    // A line may be let go anywhere on a piece; its little handles are hard to hit.
    onConnectEnd: (event: MouseEvent | TouchEvent, { fromNode }: { fromNode: { id: string } | null }) => {
      const point = "changedTouches" in event ? event.changedTouches[0] : event;
      const to = point ? pieceAround(document.elementFromPoint(point.clientX, point.clientY)) : null;
      if (fromNode && to !== null && to !== fromNode.id) onLink?.(fromNode.id, to);
    },
  };
}

function addByDoubleClick(
  event: React.MouseEvent,
  { onAdd, onRename }: CanvasProps,
  isTouchable: boolean,
  view: View,
): void {
  if (!isTouchable || !(event.target instanceof Element)) return;
  const id = pieceAround(event.target);
  if (id !== null) onRename?.(id, null);
  else if (event.target.classList.contains("react-flow__pane")) {
    onAdd?.(view.spotAt(event.clientX, event.clientY));
  }
}

function useHint(): string {
  const { t } = useTranslation("canvas");
  return t("hint");
}

import {
  getViewportForBounds,
  type ReactFlowInstance,
  type Transform,
  useReactFlow,
  useStoreApi,
  type Viewport,
} from "@xyflow/react";
import { type RefObject, useEffect, useMemo, useRef } from "react";
import type { CanvasView } from "./canvasContext";
import { type Box, boxAround, inReadingOrder, type Spot } from "./geometry";
import type { Piece } from "./pieces";

export const ZOOM = { least: 0.1, most: 2, step: 1.25 } as const;

/** Free space around everything when it is fitted; the buttons that zoom lie below it. */
const PADDING = { x: "3%", top: "3%", bottom: "48px" } as const;

/** On a narrow screen a map opens where one can read it, rather than whole. */
const NARROW = { width: 600, margin: 24 } as const;

export interface View extends Omit<CanvasView, "focus"> {
  zoom(by: "in" | "out" | "fit"): void;
  /** Bring a spot into the middle. */
  lookAt(spot: Spot): void;
}

/**
 * Moves what is in view. `frame` is what is to be seen when everything is shown, `root` the canvas, and
 * `readable` the share of its size at which the map can be read on a phone.
 */
export function useView(
  pieces: readonly Piece[],
  frame: Box | null,
  root: RefObject<HTMLElement | null>,
  readable: number,
): View {
  const flow = useReactFlow();
  const store = useStoreApi();
  const now = useRef({ pieces, frame });
  useEffect(() => {
    now.current = { pieces, frame };
  });
  const whole = useRef<Viewport | null>(null);
  const view = useMemo<View>(() => {
    const measures = () => store.getState();
    const showAll = () => {
      whole.current = fitTo(flow, now.current.frame ?? boxAround(now.current.pieces), measures());
    };
    return {
      showAll,
      open: () => {
        const beginning =
          measures().width > NARROW.width ? null : beginningOf(now.current.pieces, measures(), readable);
        if (beginning === null) showAll();
        else void flow.setViewport(beginning);
      },
      zoom: (by) => {
        if (by === "fit") showAll();
        else void flow.zoomTo(flow.getZoom() * (by === "in" ? ZOOM.step : 1 / ZOOM.step));
      },
      lookAt: ({ x, y }) => void flow.setCenter(x, y, { zoom: flow.getZoom() }),
      show: (id) => {
        const piece = now.current.pieces.find((one) => one.id === id);
        if (piece) bringIntoView(flow, piece, measures());
      },
      spotAt: (x, y) => flow.screenToFlowPosition({ x, y }),
      middle: () => {
        const { width, height, transform } = measures();
        const [x, y, zoom] = transform;
        return { x: (width / 2 - x) / zoom, y: (height / 2 - y) / zoom };
      },
    };
  }, [flow, store, readable]);
  useEffect(
    () =>
      onWidth(root.current?.parentElement ?? null, () => {
        if (isAt(whole.current, store.getState().transform)) requestAnimationFrame(view.showAll);
      }),
    [root, store, view],
  );
  return view;
}

/**
 * Calls back when an element has another width than before.
 *
 * Of what the drawing stands in, not of the canvas: who sees everything still does when a panel opens beside
 * the page, but what a drawing opens beside its own canvas must not move the piece that was just taken.
 */
function onWidth(element: HTMLElement | null, changed: () => void): () => void {
  if (element === null) return () => {};
  let before = element.clientWidth;
  const observer = new ResizeObserver(() => {
    if (element.clientWidth === before) return;
    before = element.clientWidth;
    changed();
  });
  observer.observe(element);
  return () => observer.disconnect();
}

function isAt(viewport: Viewport | null, [x, y, zoom]: Transform): boolean {
  return viewport !== null && viewport.x === x && viewport.y === y && viewport.zoom === zoom;
}

interface Measures {
  width: number;
  height: number;
}

/** The left end of everything, where the first piece is then in view; otherwise that piece, in the middle. */
export function beginningOf(
  pieces: readonly Piece[],
  { width }: Pick<Measures, "width">,
  zoom: number,
): Viewport | null {
  const { margin } = NARROW;
  const [first] = inReadingOrder(pieces);
  const all = boxAround(pieces);
  if (first === undefined || all === null) return null;
  const isNear = (first.x + first.width - all.x) * zoom + 2 * margin <= width;
  const middle = width / 2 - (first.x + first.width / 2) * zoom;
  return { x: isNear ? margin - all.x * zoom : middle, y: margin - first.y * zoom, zoom };
}

/** Returns what is in view then, or null when there is nothing to see or no room yet. */
function fitTo(flow: ReactFlowInstance, box: Box | null, { width, height }: Measures): Viewport | null {
  if (box === null || width === 0 || height === 0) return null;
  const viewport = getViewportForBounds(box, width, height, ZOOM.least, 1, PADDING);
  void flow.setViewport(viewport);
  return viewport;
}

/** Move only as far as it takes, so that whoever follows does not lose their bearings. */
function bringIntoView(flow: ReactFlowInstance, piece: Box, { width, height }: Measures): void {
  const { x, y, zoom } = flow.getViewport();
  const MARGIN = 24;
  const dx = nudge(piece.x * zoom + x, piece.width * zoom, width, MARGIN);
  const dy = nudge(piece.y * zoom + y, piece.height * zoom, height, MARGIN);
  if (dx !== 0 || dy !== 0) void flow.setViewport({ x: x + dx, y: y + dy, zoom });
}

function nudge(start: number, length: number, room: number, margin: number): number {
  if (start < margin) return margin - start;
  const end = start + length;
  return end > room - margin ? room - margin - end : 0;
}

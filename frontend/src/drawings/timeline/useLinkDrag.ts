import { type PointerEvent, useState } from "react";
import { useSheet } from "./sheet";

/** A line that is being drawn from the end of a bar, in pixels of the chart. */
export interface LooseLine {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

/** Returns what draws a line from the end of a bar to another one, which then waits for it. */
export function useLinkDrag(id: string): {
  line: LooseLine | null;
  onPointerDown(event: PointerEvent): void;
} {
  const sheet = useSheet();
  const [line, setLine] = useState<LooseLine | null>(null);
  const onPointerDown = (down: PointerEvent) => {
    if (down.button !== 0) return;
    down.preventDefault();
    down.stopPropagation();
    const ending = new AbortController();
    const listen = { signal: ending.signal };
    const finish = (onto: Element | null) => {
      ending.abort();
      setLine(null);
      const other = onto?.closest("[data-line]")?.getAttribute("data-line");
      if (other && other !== id) sheet.link(id, other);
    };
    const from = pointIn(sheet.chart.current, down);
    window.addEventListener(
      "pointermove",
      (move) => setLine(lineTo(from, pointIn(sheet.chart.current, move))),
      listen,
    );
    window.addEventListener(
      "pointerup",
      (up) => finish(document.elementFromPoint(up.clientX, up.clientY)),
      listen,
    );
    window.addEventListener("pointercancel", () => finish(null), listen);
    window.addEventListener("keydown", ({ key }) => key === "Escape" && finish(null), listen);
  };
  return { line, onPointerDown };
}

interface Point {
  x: number;
  y: number;
}

function pointIn(
  chart: HTMLElement | null,
  { clientX, clientY }: { clientX: number; clientY: number },
): Point {
  const box = chart?.getBoundingClientRect();
  return { x: clientX - (box?.left ?? 0), y: clientY - (box?.top ?? 0) };
}

function lineTo(from: Point, to: Point): LooseLine {
  return { x1: from.x, y1: from.y, x2: to.x, y2: to.y };
}

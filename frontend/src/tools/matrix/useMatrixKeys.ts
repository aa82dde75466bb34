import { type KeyboardEvent, useRef, useState } from "react";

type Place = [row: number, column: number];

const STEPS: Readonly<Record<string, Place>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Lets the arrow keys walk a matrix, one cell of which Tab reaches. */
export function useMatrixKeys(rows: number, columns: number) {
  const table = useRef<HTMLTableElement>(null);
  const [reached, setAt] = useState<Place>([0, 0]);
  // Rows and columns can be fewer than when the cell was reached.
  const at: Place = [within(reached[0], rows), within(reached[1], columns)];
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step === undefined || !(event.target instanceof HTMLElement) || !event.target.matches("[data-cell]"))
      return;
    event.preventDefault();
    const next: Place = [within(at[0] + step[0], rows), within(at[1] + step[1], columns)];
    setAt(next);
    table.current?.querySelector<HTMLElement>(`[data-cell="${next.join("/")}"]`)?.focus();
  };
  return { table, at, setAt, onKeyDown };
}

function within(index: number, length: number): number {
  return Math.max(0, Math.min(length - 1, index));
}

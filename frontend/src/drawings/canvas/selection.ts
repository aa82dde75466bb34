import type { EdgeChange, NodeChange } from "@xyflow/react";
import { useCallback, useState } from "react";

/** What is chosen on a canvas: pieces, or one line. */
export interface Selection {
  pieces: ReadonlySet<string>;
  line: string | null;
}

export const NOTHING: Selection = { pieces: new Set(), line: null };

export interface SelectionState {
  selection: Selection;
  select(selection: Selection): void;
}

export function selectionOf(...ids: readonly string[]): Selection {
  return ids.length === 0 ? NOTHING : { pieces: new Set(ids), line: null };
}

export function lineSelected(line: string): Selection {
  return { pieces: NOTHING.pieces, line };
}

export function useSelection(): SelectionState {
  const [selection, setSelection] = useState<Selection>(NOTHING);
  return { selection, select: setSelection };
}

/** The one piece that is chosen, or null. */
export function onlyPiece({ pieces }: Selection): string | null {
  const [first] = pieces;
  return pieces.size === 1 && first !== undefined ? first : null;
}

export function toggled(selection: Selection, id: string): Selection {
  const pieces = new Set(selection.pieces);
  if (!pieces.delete(id)) pieces.add(id);
  return { pieces, line: null };
}

/** What React Flow says was chosen by clicking and by drawing a box. */
export function selectedBy(now: Selection, changes: readonly (NodeChange | EdgeChange)[]): Selection {
  const said = changes.flatMap((change) => (change.type === "select" ? [change] : []));
  if (said.length === 0) return now;
  const pieces = new Set(now.pieces);
  for (const { id, selected } of said) {
    if (selected) pieces.add(id);
    else pieces.delete(id);
  }
  const isSame = pieces.size === now.pieces.size && [...pieces].every((id) => now.pieces.has(id));
  return isSame ? now : { pieces, line: pieces.size > 0 ? null : now.line };
}

export function useSelectionChanges({ selection, select }: SelectionState) {
  return useCallback(
    (changes: readonly NodeChange[]) => {
      const next = selectedBy(selection, changes);
      if (next !== selection) select(next);
    },
    [selection, select],
  );
}

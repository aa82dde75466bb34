import type { KeyboardEvent } from "react";
import { type Row, useEdits, usePlanSession } from "../../collab";
import { type SectionDescription, useLabels } from "../../form";
import { faceOfKey, type Matrix } from "./matrixOf";
import type { AxisEntry } from "./useAxis";

export interface MatrixPair {
  section: SectionDescription;
  matrix: Matrix;
  pair: readonly [AxisEntry, AxisEntry];
  /** What is said of the pair; more than one when two people filled the cell at once. */
  records: readonly Row[];
}

export interface MatrixCellState {
  record: Row | null;
  value: string | number | null;
  /** The value in words, "" while there is none. */
  said: string;
  labelOf(value: string | number): string;
  /** Say it; an empty cell becomes a record. */
  set(value: string | number): void;
  /** A letter or a digit sets the cell, Delete empties it. */
  onKeyDown(event: KeyboardEvent): void;
}

export function useMatrixCell({ section, matrix, pair, records }: MatrixPair): MatrixCellState {
  const { face, rows, columns } = matrix;
  const labels = useLabels();
  const edits = useEdits();
  const { canEdit } = usePlanSession();
  const record = records[0] ?? null;
  const held = record?.values[face.key];
  const value = typeof held === "string" || typeof held === "number" ? held : null;
  const labelOf = (one: string | number) => {
    const name =
      typeof one === "number" ? labels.step(section.key, face, one) : labels.choice(section.key, face, one);
    return name || String(one);
  };
  const set = (one: string | number) => {
    if (record) edits.set(section.key, record.id, face.key, one);
    else edits.add(section.key, { [rows.key]: pair[0].id, [columns.key]: pair[1].id, [face.key]: one });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!canEdit || event.ctrlKey || event.metaKey || event.altKey) return;
    const typed = faceOfKey(face, event.key, labelOf);
    const clears = event.key === "Delete" || event.key === "Backspace";
    if (typed !== null) set(typed);
    else if (clears && record) edits.remove(section.key, record.id);
    else return;
    event.preventDefault();
  };
  return { record, value, said: value === null ? "" : labelOf(value), labelOf, set, onKeyDown };
}

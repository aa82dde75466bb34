/** Sections whose records are cells: what one thing means for another. */

import type { Row } from "../../collab";
import { type FieldOf, fieldIn, type SectionDescription } from "../../form";

type FaceField = FieldOf<"choice"> | FieldOf<"scale">;

/** How a section reads as a matrix: what its rows and columns are, and which field a cell shows. */
export interface Matrix {
  rows: FieldOf<"ref">;
  columns: FieldOf<"ref">;
  face: FaceField;
}

/**
 * Return how a section reads as a matrix, or null.
 *
 * It does when its first three columns are references to two different sections and a choice or scale. A
 * pair that can be shared with the customer by itself is a thing of its own, not a cell.
 */
export function matrixOf(section: SectionDescription): Matrix | null {
  const [rows, columns, face] = section.columns.map((key) => fieldIn(section, key));
  if (rows?.kind !== "ref" || columns?.kind !== "ref" || rows.to === columns.to) return null;
  if ((face?.kind !== "choice" && face?.kind !== "scale") || section.shared_by !== null) return null;
  return { rows, columns, face };
}

/** The same matrix with its rows as columns. */
export function transposed({ rows, columns, face }: Matrix): Matrix {
  return { rows: columns, columns: rows, face };
}

/** The records of a pair, by the pair; more than one when two people filled a cell at once. */
export type CellIndex = ReadonlyMap<string, readonly Row[]>;

export function cellsOf(matrix: Matrix, rows: readonly Row[]): CellIndex {
  const cells = new Map<string, Row[]>();
  for (const row of rows) {
    const [a, b] = [row.values[matrix.rows.key], row.values[matrix.columns.key]];
    if (typeof a !== "string" || typeof b !== "string") continue;
    const key = pairOf(a, b);
    cells.set(key, [...(cells.get(key) ?? []), row]);
  }
  return cells;
}

export function pairOf(row: string, column: string): string {
  return `${row}/${column}`;
}

/** What a cell may show, in order. */
export function facesOf(face: FaceField): (string | number)[] {
  if ("choices" in face) return face.choices.map(({ value }) => value);
  return Array.from({ length: face.high - face.low + 1 }, (_, at) => face.low + at);
}

/** Return the face that a typed key stands for: its number, or the only one that begins with the letter. */
export function faceOfKey(
  face: FaceField,
  key: string,
  labelOf: (value: string | number) => string,
): string | number | null {
  if ([...key].length !== 1) return null;
  const wanted = key.toLowerCase();
  const exact = facesOf(face).filter((value) => String(value).toLowerCase() === wanted);
  const found =
    exact.length > 0
      ? exact
      : facesOf(face).filter((value) => labelOf(value).toLowerCase().startsWith(wanted));
  return found.length === 1 ? (found[0] ?? null) : null;
}

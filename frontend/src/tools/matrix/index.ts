/** Cells of a section as a table that can be filled, for drawings that say more of it than the plain matrix. */

export { type CellLook, type Margin, MatrixTable } from "./MatrixTable";
export { Missing } from "./Missing";
export { type CellIndex, cellsOf, type Matrix, matrixOf, pairOf, transposed } from "./matrixOf";
export { type AxisEntry, useAxis, useSectionName } from "./useAxis";

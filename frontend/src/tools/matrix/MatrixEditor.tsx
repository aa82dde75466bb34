import { useMemo } from "react";
import type { Row } from "../../collab";
import type { SectionDescription } from "../../form";
import { MatrixTable } from "./MatrixTable";
import { Missing } from "./Missing";
import { cellsOf, type Matrix } from "./matrixOf";
import { useAxis, useSectionName } from "./useAxis";

interface MatrixEditorProps {
  section: SectionDescription;
  label: string;
  matrix: Matrix;
  rows: readonly Row[];
  onOpen(row: string): void;
}

/** The records of a section as cells of a matrix: pick a cell, pick what it says. */
export function MatrixEditor({ section, label, matrix, rows, onOpen }: MatrixEditorProps) {
  const across = useAxis(section.key, matrix.columns);
  const down = useAxis(section.key, matrix.rows);
  const cells = useMemo(() => cellsOf(matrix, rows), [matrix, rows]);
  const [downName, acrossName] = [useSectionName(matrix.rows.to), useSectionName(matrix.columns.to)];
  if (across.length === 0 || down.length === 0) return <Missing matrix={matrix} />;
  return (
    <MatrixTable
      section={section}
      label={label}
      matrix={matrix}
      down={down}
      across={across}
      cells={cells}
      corner={`${downName} × ${acrossName}`}
      onOpen={onOpen}
    />
  );
}

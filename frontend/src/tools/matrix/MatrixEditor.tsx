import { type KeyboardEvent, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Row } from "../../collab";
import { type SectionDescription, useLabels, useSection } from "../../form";
import { MatrixCell } from "./MatrixCell";
import styles from "./matrix.module.css";
import { cellsOf, type Matrix, pairOf } from "./matrixOf";
import { useAxis } from "./useAxis";

interface MatrixEditorProps {
  section: SectionDescription;
  label: string;
  matrix: Matrix;
  rows: readonly Row[];
  onOpen(row: string): void;
}

/** The records of a section as cells of a matrix: pick a cell, pick what it says. */
export function MatrixEditor({ section, label, matrix, rows, onOpen }: MatrixEditorProps) {
  const { t } = useTranslation("tools");
  const labels = useLabels();
  const across = useAxis(section.key, matrix.columns);
  const down = useAxis(section.key, matrix.rows);
  const cells = useMemo(() => cellsOf(matrix, rows), [matrix, rows]);
  const [at, setAt] = useState<[number, number]>([0, 0]);
  const grid = useRef<HTMLTableElement>(null);
  const [downName, acrossName] = [useSection(matrix.rows.to), useSection(matrix.columns.to)].map((one) =>
    labels.section(one, "label"),
  );
  if (across.length === 0 || down.length === 0) {
    return <p className={styles.missing}>{t("matrix.missing", { rows: downName, columns: acrossName })}</p>;
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step === undefined || !(event.target instanceof HTMLElement) || !event.target.matches("[data-cell]"))
      return;
    event.preventDefault();
    const next: [number, number] = [
      within(at[0] + step[0], down.length),
      within(at[1] + step[1], across.length),
    ];
    setAt(next);
    grid.current?.querySelector<HTMLElement>(`[data-cell="${next.join("/")}"]`)?.focus();
  };
  return (
    <div className={styles.scroller}>
      <table ref={grid} className={styles.matrix} aria-label={label} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            <td className={styles.corner}>
              {downName} × {acrossName}
            </td>
            {across.map((column) => (
              <th key={column.id} scope="col">
                {column.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {down.map((line, row) => (
            <tr key={line.id}>
              <th scope="row">{line.name}</th>
              {across.map((column, place) => (
                <MatrixCell
                  key={column.id}
                  section={section}
                  matrix={matrix}
                  pair={[line, column]}
                  records={cells.get(pairOf(line.id, column.id)) ?? NONE}
                  mark={`${row}/${place}`}
                  isCurrent={
                    row === Math.min(at[0], down.length - 1) && place === Math.min(at[1], across.length - 1)
                  }
                  onReach={() => setAt([row, place])}
                  onOpen={onOpen}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const NONE: readonly Row[] = [];

const STEPS: Readonly<Record<string, [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

function within(index: number, length: number): number {
  return Math.max(0, Math.min(length - 1, index));
}

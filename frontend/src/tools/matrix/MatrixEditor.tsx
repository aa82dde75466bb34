import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Row } from "../../collab";
import { type SectionDescription, useLabels, useSection } from "../../form";
import { MatrixCell } from "./MatrixCell";
import styles from "./matrix.module.css";
import { cellsOf, type Matrix, pairOf } from "./matrixOf";
import { useAxis } from "./useAxis";
import { useMatrixKeys } from "./useMatrixKeys";

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
  const across = useAxis(section.key, matrix.columns);
  const down = useAxis(section.key, matrix.rows);
  const cells = useMemo(() => cellsOf(matrix, rows), [matrix, rows]);
  const [downName, acrossName] = [useSectionName(matrix.rows.to), useSectionName(matrix.columns.to)];
  const { table, at, setAt, onKeyDown } = useMatrixKeys(down.length, across.length);
  if (across.length === 0 || down.length === 0) {
    return <p className={styles.missing}>{t("matrix.missing", { rows: downName, columns: acrossName })}</p>;
  }
  return (
    <div className={styles.scroller}>
      <table ref={table} className={styles.matrix} aria-label={label} onKeyDown={onKeyDown}>
        <MatrixHead corner={`${downName} × ${acrossName}`} names={across} />
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
                  isCurrent={row === at[0] && place === at[1]}
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

function MatrixHead({ corner, names }: { corner: string; names: readonly { id: string; name: string }[] }) {
  return (
    <thead>
      <tr>
        <td className={styles.corner}>{corner}</td>
        {names.map(({ id, name }) => (
          <th key={id} scope="col">
            {name}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function useSectionName(key: string): string {
  return useLabels().section(useSection(key), "label");
}

import type { ReactNode } from "react";
import type { Row } from "../../collab";
import type { SectionDescription } from "../../form";
import { MatrixCell } from "./MatrixCell";
import styles from "./matrix.module.css";
import { type CellIndex, type Matrix, pairOf } from "./matrixOf";
import type { AxisEntry } from "./useAxis";
import { useMatrixKeys } from "./useMatrixKeys";

/** What a cell shows instead of its value in words, how strongly it is coloured, and how it is read out. */
export interface CellLook {
  face: ReactNode;
  /** One of the `data-heat` of the style sheet. */
  heat?: string | undefined;
  said: string;
}

/** A line beyond the cells, such as a total: its head, and what it says of each of the others. */
export interface Margin {
  key: string;
  head: ReactNode;
  of(entry: AxisEntry): ReactNode;
  /** What stands where it meets the margins of the other side, by their keys. */
  meets?: Readonly<Record<string, ReactNode>>;
}

export interface MatrixTableProps {
  section: SectionDescription;
  label: string;
  matrix: Matrix;
  down: readonly AxisEntry[];
  across: readonly AxisEntry[];
  cells: CellIndex;
  corner: ReactNode;
  onOpen(row: string): void;
  lookOf?(record: Row): CellLook;
  /** What stands with the name of a row or a column. */
  rowHead?(entry: AxisEntry): ReactNode;
  columnHead?(entry: AxisEntry): ReactNode;
  /** Columns after the last, and rows under the last. */
  ends?: readonly Margin[];
  foot?: readonly Margin[];
  /** Whether cells hold a letter or two and need little room. */
  isNarrow?: boolean;
}

const NONE: readonly Row[] = [];
const NO_MARGINS: readonly Margin[] = [];

/** Cells that are walked with the arrow keys and filled with a letter or a digit, with margins around them. */
export function MatrixTable(props: MatrixTableProps) {
  const { label, down, across, foot = NO_MARGINS, ends = NO_MARGINS } = props;
  const keys = useMatrixKeys(down.length, across.length);
  return (
    <div className={styles.scroller}>
      <table
        ref={keys.table}
        className={styles.matrix}
        data-narrow={props.isNarrow || undefined}
        aria-label={label}
        onKeyDown={keys.onKeyDown}
      >
        <Head {...props} />
        <tbody>
          {down.map((line, row) => (
            <Line key={line.id} {...props} line={line} row={row} at={keys.at} onReach={keys.setAt} />
          ))}
        </tbody>
        {foot.length > 0 && (
          <tfoot>
            {foot.map(({ key, head, of, meets }) => (
              <tr key={key}>
                <th scope="row">{head}</th>
                {across.map((column) => (
                  <td key={column.id}>{of(column)}</td>
                ))}
                {ends.map((end) => (
                  <td key={end.key} className={styles.end}>
                    {meets?.[end.key]}
                  </td>
                ))}
              </tr>
            ))}
          </tfoot>
        )}
      </table>
    </div>
  );
}

function Head({ corner, across, columnHead, ends = NO_MARGINS }: MatrixTableProps) {
  return (
    <thead>
      <tr>
        <td className={styles.corner}>{corner}</td>
        {across.map((entry) => (
          <th key={entry.id} scope="col">
            {entry.name}
            {columnHead?.(entry)}
          </th>
        ))}
        {ends.map(({ key, head }) => (
          <th key={key} scope="col" className={styles.end}>
            {head}
          </th>
        ))}
      </tr>
    </thead>
  );
}

interface LineProps extends MatrixTableProps {
  line: AxisEntry;
  row: number;
  at: readonly [number, number];
  onReach(at: [number, number]): void;
}

function Line(props: LineProps) {
  const { section, matrix, across, cells, rowHead, ends = NO_MARGINS, onOpen, lookOf } = props;
  const { line, row, at, onReach } = props;
  return (
    <tr>
      <th scope="row">
        {line.name}
        {rowHead?.(line)}
      </th>
      {across.map((column, place) => (
        <MatrixCell
          key={column.id}
          section={section}
          matrix={matrix}
          pair={[line, column]}
          records={cells.get(pairOf(line.id, column.id)) ?? NONE}
          mark={`${row}/${place}`}
          isCurrent={row === at[0] && place === at[1]}
          lookOf={lookOf}
          onReach={() => onReach([row, place])}
          onOpen={onOpen}
        />
      ))}
      {ends.map(({ key, of }) => (
        <td key={key} className={styles.end}>
          {of(line)}
        </td>
      ))}
    </tr>
  );
}

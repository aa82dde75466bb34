import { useMergedRef } from "@mantine/hooks";
import { type CSSProperties, memo, type Ref, useRef } from "react";
import { useTranslation } from "react-i18next";
import { type Person, type Row, useOthersAt } from "../../collab";
import { type FieldDescription, formatTarget, useCanEdit } from "../../form";
import { Cell } from "./Cell";
import { HANDLE } from "./columns";
import { HandleCell } from "./HandleCell";
import styles from "./table.module.css";
import { useTable } from "./tableContext";
import { useRowDrag } from "./useRowDrag";

interface TableRowProps {
  row: Row;
  columns: readonly FieldDescription[];
  /** Its place among the rows shown, from 0. */
  index: number;
  /** The active column when the active cell is in this row. */
  active: string | null;
  takesFocus: boolean;
  editing: { typed: string | null } | null;
  isSelected: boolean;
  /** Where a row that is drawn only while in view belongs, in pixels. */
  top: number | null;
  measure: Ref<HTMLDivElement> | undefined;
}

/** A record as a row. It is drawn again when something of it changed, and not when another row did. */
export const TableRow = memo(function TableRow(props: TableRowProps) {
  const { row, index, top } = props;
  const table = useTable();
  const canEdit = useCanEdit(table.section.key, row);
  const element = useRef<HTMLDivElement>(null);
  const ref = useMergedRef(element, props.measure);
  const handle = useRef<HTMLSpanElement>(null);
  const { over, isDragged } = useRowDrag(row.id, element, handle, canEdit ? table.place : null);
  return (
    // biome-ignore lint/a11y/useSemanticElements: see Cell.
    // biome-ignore lint/a11y/useFocusableInteractive: the focus walks along the cells.
    <div
      ref={ref}
      role="row"
      className={styles.row}
      aria-rowindex={index + 2}
      aria-selected={props.isSelected}
      data-index={index}
      data-target={formatTarget({ section: table.section.key, id: row.id, field: null })}
      data-over={over ?? undefined}
      data-dragged={isDragged || undefined}
      data-floating={top !== null || undefined}
      style={top === null ? undefined : ({ "--top": `${top}px` } as CSSProperties)}
    >
      <RowHandle {...props} handle={handle} canDrag={canEdit && table.place !== null} />
      <RowCells {...props} canEdit={canEdit} />
    </div>
  );
});

interface RowHandleProps extends TableRowProps {
  handle: React.RefObject<HTMLSpanElement | null>;
  canDrag: boolean;
}

function RowHandle({ row, index, active, takesFocus, isSelected, handle, canDrag }: RowHandleProps) {
  const { t } = useTranslation("tools");
  return (
    <HandleCell
      row={row}
      isActive={active === HANDLE}
      takesFocus={takesFocus && active === HANDLE}
      isSelected={isSelected}
      handle={handle}
      canDrag={canDrag}
      label={t("table.select_row", { place: index + 1 })}
    />
  );
}

function RowCells({
  row,
  columns,
  active,
  takesFocus,
  editing,
  canEdit,
}: TableRowProps & { canEdit: boolean }) {
  const { section } = useTable();
  const others = useOthersAt({ section: section.key, id: row.id, field: null });
  return columns.map((field, column) => (
    <Cell
      key={field.key}
      field={field}
      row={row}
      column={column + 1}
      isActive={active === field.key}
      takesFocus={takesFocus && active === field.key}
      editing={active === field.key ? editing : null}
      others={othersIn(others, field.key)}
      canEdit={canEdit}
    />
  ));
}

function othersIn(others: readonly Person[], field: string): readonly Person[] | null {
  const here = others.filter((person) => person.at?.field === field);
  return here.length === 0 ? null : here;
}

import { Popover } from "@mantine/core";
import { type CSSProperties, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Row, useFocusTarget, useOthersAt } from "../../collab";
import { PersonTag, ValueText } from "../../form";
import { CellForm } from "./CellForm";
import type { CellLook } from "./MatrixTable";
import styles from "./matrix.module.css";
import { type MatrixCellState, type MatrixPair, useMatrixCell } from "./useMatrixCell";

interface MatrixCellProps extends MatrixPair {
  mark: string;
  isCurrent: boolean;
  lookOf?: ((record: Row) => CellLook) | undefined;
  onReach(): void;
  onOpen(row: string): void;
}

/** What one thing means for another. A letter or a digit sets it, Delete removes it, Enter opens all of it. */
export function MatrixCell(props: MatrixCellProps) {
  const { section, matrix } = props;
  const [isOpen, setOpen] = useState(false);
  const cell = useMatrixCell(props);
  const place = { section: section.key, id: cell.record?.id ?? null, field: matrix.face.key };
  const others = useOthersAt(cell.record ? place : NOWHERE);
  const [first] = others;
  return (
    <td
      className={styles.cell}
      data-heat={cell.record ? props.lookOf?.(cell.record).heat : undefined}
      data-others={first ? true : undefined}
      style={first && ({ "--person": first.color } as CSSProperties)}
    >
      <Popover opened={isOpen} onChange={setOpen} position="bottom" width={280} trapFocus returnFocus>
        <Popover.Target>
          <Face {...props} cell={cell} onClick={() => setOpen(true)} />
        </Popover.Target>
        <Popover.Dropdown>
          <CellForm {...props} cell={cell} />
        </Popover.Dropdown>
      </Popover>
      <PersonTag people={others} />
    </td>
  );
}

interface FaceProps extends MatrixCellProps {
  cell: MatrixCellState;
  onClick(): void;
}

/** The button that a cell is; the popover adds what it needs to it. */
function Face(props: FaceProps) {
  const {
    section,
    matrix,
    pair,
    records,
    mark,
    isCurrent,
    lookOf,
    onReach,
    onOpen: _,
    cell,
    ...given
  } = props;
  const { t } = useTranslation("tools");
  const { record, value, said, onKeyDown } = cell;
  const focus = useFocusTarget({ section: section.key, id: record?.id ?? null, field: matrix.face.key });
  const [row, column] = [pair[0].name, pair[1].name];
  const look = record ? lookOf?.(record) : undefined;
  return (
    <button
      {...given}
      type="button"
      className={styles.face}
      data-cell={mark}
      tabIndex={isCurrent ? 0 : -1}
      aria-label={t("matrix.cell", { row, column, value: look?.said || said || t("matrix.empty") })}
      onFocus={() => {
        onReach();
        if (record) focus.onFocus();
      }}
      onBlur={focus.onBlur}
      onKeyDown={onKeyDown}
    >
      {look?.face ?? (record && <ValueText section={section.key} field={matrix.face} value={value} />)}
      {records.length > 1 && <small>+{records.length - 1}</small>}
    </button>
  );
}

const NOWHERE = { section: "//nowhere", id: null, field: null };

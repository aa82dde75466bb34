import { type FocusEvent, type RefObject, useRef } from "react";
import type { Row } from "../../collab";
import { HANDLE } from "./columns";
import styles from "./table.module.css";
import { useTable } from "./tableContext";
import { useCellFocus } from "./useCellFocus";

interface HandleCellProps {
  row: Row;
  isActive: boolean;
  takesFocus: boolean;
  isSelected: boolean;
  canDrag: boolean;
  handle: RefObject<HTMLSpanElement | null>;
  label: string;
}

/** The beginning of a row: where it is dragged and selected. */
export function HandleCell({
  row,
  isActive,
  takesFocus,
  isSelected,
  canDrag,
  handle,
  label,
}: HandleCellProps) {
  const { canEdit, dispatch, select } = useTable();
  const cell = useRef<HTMLDivElement>(null);
  useCellFocus(cell, takesFocus);
  const onFocus = ({ target }: FocusEvent) => {
    if (isActive || target !== cell.current) return;
    dispatch({ do: "activate", spot: { row: row.id, column: HANDLE }, takesFocus: false });
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: see Cell.
    <div
      ref={cell}
      role="gridcell"
      className={`${styles.cell} ${styles.handleCell}`}
      aria-colindex={1}
      tabIndex={isActive ? 0 : -1}
      onFocus={onFocus}
    >
      <span ref={handle} className={styles.grip} data-idle={!canDrag || undefined} aria-hidden="true">
        ⠿
      </span>
      {canEdit && (
        <SelectBox
          isSelected={isSelected}
          label={label}
          onSelect={(isExtending) => select(row.id, isExtending)}
        />
      )}
    </div>
  );
}

interface SelectBoxProps {
  isSelected: boolean;
  label: string;
  onSelect(isExtending: boolean): void;
}

/** For the mouse; the keyboard has Shift and Space. A click with Shift takes the rows in between too. */
function SelectBox({ isSelected, label, onSelect }: SelectBoxProps) {
  return (
    <input
      type="checkbox"
      tabIndex={-1}
      checked={isSelected}
      aria-label={label}
      readOnly
      onClick={(event) => onSelect(event.shiftKey)}
    />
  );
}

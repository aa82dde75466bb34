import { type RefObject, useEffect, useRef } from "react";
import type { Row } from "../../collab";
import { HANDLE } from "./columns";
import styles from "./table.module.css";
import { useTable } from "./tableContext";

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
  useEffect(() => {
    if (!takesFocus) return;
    cell.current?.focus();
    dispatch({ do: "focused" });
  }, [takesFocus, dispatch]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: see Cell.
    <div
      ref={cell}
      role="gridcell"
      className={`${styles.cell} ${styles.handleCell}`}
      aria-colindex={1}
      tabIndex={isActive ? 0 : -1}
      onFocus={(event) => {
        if (isActive || event.target !== cell.current) return;
        dispatch({ do: "activate", spot: { row: row.id, column: HANDLE }, takesFocus: false });
      }}
    >
      <span ref={handle} className={styles.grip} data-idle={!canDrag || undefined} aria-hidden="true">
        ⠿
      </span>
      {canEdit && (
        <input
          type="checkbox"
          tabIndex={-1}
          checked={isSelected}
          aria-label={label}
          onChange={() => undefined}
          onClick={(event) => select(row.id, event.shiftKey)}
        />
      )}
    </div>
  );
}

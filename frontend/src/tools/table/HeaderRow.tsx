import { useTranslation } from "react-i18next";
import { type FieldDescription, useLabels } from "../../form";
import type { Sorting } from "../view/arrange";
import { isRightAligned } from "./columns";
import styles from "./table.module.css";
import { useTable } from "./tableContext";
import type { Grid } from "./useGrid";

interface HeaderRowProps {
  columns: readonly FieldDescription[];
  rows: readonly string[];
  grid: Grid;
  sorting: Sorting | null;
  onSort(field: string): void;
}

/** The names of the columns; a click sorts by one, the next turns it round, the third goes back to the plan's order. */
export function HeaderRow({ columns, rows, grid, sorting, onSort }: HeaderRowProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: see Cell.
    // biome-ignore lint/a11y/useFocusableInteractive: its buttons take the focus.
    <div role="row" className={`${styles.row} ${styles.header}`} aria-rowindex={1}>
      <SelectAll rows={rows} grid={grid} />
      {columns.map((field, column) => (
        <Heading
          key={field.key}
          field={field}
          column={column + 2}
          sorting={sorting?.field === field.key ? sorting : null}
          onSort={onSort}
        />
      ))}
    </div>
  );
}

interface HeadingProps {
  field: FieldDescription;
  column: number;
  /** How the table is sorted by this column; null when it is not. */
  sorting: Sorting | null;
  onSort(field: string): void;
}

function Heading({ field, column, sorting, onSort }: HeadingProps) {
  const { t } = useTranslation("tools");
  const labels = useLabels();
  const { section, headingId } = useTable();
  const who = t(field.audience === "customer" ? "table.for_customer" : "table.for_team");
  const order = sorting === null ? "none" : sorting.isDescending ? "descending" : "ascending";
  return (
    // biome-ignore lint/a11y/useSemanticElements: see Cell.
    // biome-ignore lint/a11y/useFocusableInteractive: its button takes the focus.
    <div
      role="columnheader"
      className={styles.heading}
      aria-colindex={column}
      aria-sort={order}
      data-right={isRightAligned(field, section.title) || undefined}
      data-title={field.key === section.title || undefined}
    >
      <button
        type="button"
        id={headingId(field)}
        title={`${labels.field(section.key, field, "help")} ${who}`.trim()}
        onClick={() => onSort(field.key)}
      >
        {labels.field(section.key, field, "label")}
        <span aria-hidden="true">{ARROWS[order]}</span>
      </button>
    </div>
  );
}

const ARROWS = { none: "", ascending: " ↑", descending: " ↓" } as const;

function SelectAll({ rows, grid }: { rows: readonly string[]; grid: Grid }) {
  const { t } = useTranslation("tools");
  const { canEdit } = useTable();
  const { selected } = grid.state;
  const isAll = selected.size > 0 && selected.size === rows.length;
  return (
    // biome-ignore lint/a11y/useSemanticElements: see Cell.
    // biome-ignore lint/a11y/useFocusableInteractive: its input takes the focus.
    <div role="columnheader" className={styles.handleCell} aria-colindex={1}>
      {canEdit && (
        <input
          type="checkbox"
          aria-label={t("table.select_all")}
          checked={isAll}
          ref={(box) => {
            if (box) box.indeterminate = selected.size > 0 && !isAll;
          }}
          onChange={() => grid.dispatch({ do: "select", rows: isAll ? [] : rows })}
        />
      )}
    </div>
  );
}

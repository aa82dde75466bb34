import { useTranslation } from "react-i18next";
import { type FieldDescription, useLabels } from "../../form";
import type { Sorting } from "../view/arrange";
import { isRightAligned } from "./columns";
import styles from "./table.module.css";
import { useTable } from "./tableContext";

interface HeaderRowProps {
  columns: readonly FieldDescription[];
  sorting: Sorting | null;
  onSort(field: string): void;
  selection: "none" | "some" | "all";
  onSelectAll(): void;
}

/** The names of the columns; a click sorts by one, the next turns it round, the third goes back to the plan's order. */
export function HeaderRow({ columns, sorting, onSort, selection, onSelectAll }: HeaderRowProps) {
  const { t } = useTranslation("tools");
  const labels = useLabels();
  const { section, headingId, canEdit } = useTable();
  return (
    // biome-ignore lint/a11y/useSemanticElements: see Cell.
    // biome-ignore lint/a11y/useFocusableInteractive: its buttons take the focus.
    <div role="row" className={`${styles.row} ${styles.header}`} aria-rowindex={1}>
      {/* biome-ignore lint/a11y/useSemanticElements: see Cell. */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: its input takes the focus. */}
      <div role="columnheader" className={styles.handleCell} aria-colindex={1}>
        {canEdit && (
          <input
            type="checkbox"
            aria-label={t("table.select_all")}
            checked={selection === "all"}
            ref={(box) => {
              if (box) box.indeterminate = selection === "some";
            }}
            onChange={onSelectAll}
          />
        )}
      </div>
      {columns.map((field, column) => (
        // biome-ignore lint/a11y/useSemanticElements: see Cell.
        // biome-ignore lint/a11y/useFocusableInteractive: its button takes the focus.
        <div
          key={field.key}
          role="columnheader"
          className={styles.heading}
          aria-colindex={column + 2}
          aria-sort={sortOf(field, sorting)}
          data-right={isRightAligned(field, section.title) || undefined}
          data-title={field.key === section.title || undefined}
        >
          <button
            type="button"
            id={headingId(field)}
            title={titleOf(field)}
            onClick={() => onSort(field.key)}
          >
            {labels.field(section.key, field, "label")}
            <span aria-hidden="true">{arrowOf(field, sorting)}</span>
          </button>
        </div>
      ))}
    </div>
  );

  function titleOf(field: FieldDescription): string {
    const who = t(field.audience === "customer" ? "table.for_customer" : "table.for_team");
    return [labels.field(section.key, field, "help"), who].filter((part) => part !== "").join(" ");
  }
}

function sortOf(field: FieldDescription, sorting: Sorting | null): "ascending" | "descending" | "none" {
  if (sorting?.field !== field.key) return "none";
  return sorting.isDescending ? "descending" : "ascending";
}

function arrowOf(field: FieldDescription, sorting: Sorting | null): string {
  return { none: "", ascending: " ↑", descending: " ↓" }[sortOf(field, sorting)];
}

import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { type Row, type Target, usePlanSession, useRows } from "../../collab";
import { type Drawing, drawingsOf } from "../../drawings";
import { type SectionDescription, useLabels } from "../../form";
import { type Matrix, matrixOf } from "../matrix/matrixOf";
import { type Grid, useGrid } from "../table/useGrid";
import { type TableViewing, useTableView } from "../view/useTableView";
import { type Deeds, useDeeds } from "./useDeeds";
import { useWay, type WayChoice } from "./useWay";

/** A section of many records with everything its parts need to show it and work on it. */
export interface CollectionState extends WayChoice {
  section: SectionDescription;
  label: string;
  addLabel: string;
  canEdit: boolean;
  /** Every live record, in the plan's order; what the filter leaves of them is `viewing.rows`. */
  all: readonly Row[];
  viewing: TableViewing;
  grid: Grid;
  deeds: Deeds;
  /** How the section reads as a matrix, when it does. */
  matrix: Matrix | null;
  /** The drawing that is shown, when one is. */
  drawing: Drawing | null;
  open(id: string, field?: string | null): void;
}

export function useCollection(
  section: SectionDescription,
  onOpen: (target: Target | null) => void,
): CollectionState {
  const { t } = useTranslation("tools");
  const labels = useLabels();
  const { canEdit } = usePlanSession();
  const all = useRows(section.key);
  const grid = useGrid();
  const viewing = useTableView(section, all, grid.state.editing !== null);
  const drawings = drawingsOf(section.key);
  const isDrawn = drawings.some((drawing) => drawing.isMatrix);
  const matrix = useMemo(() => (isDrawn ? null : matrixOf(section)), [section, isDrawn]);
  const choice = useWay(section.key, matrix !== null, drawings);
  const open = (id: string, field: string | null = null) => onOpen({ section: section.key, id, field });
  const deeds = useDeeds(section, viewing, grid, choice.way === "table" ? null : open);
  return {
    section,
    label: labels.section(section, "label"),
    addLabel: t("add", { one: labels.section(section, "one") }),
    canEdit,
    all,
    viewing,
    grid,
    deeds,
    ...choice,
    matrix,
    drawing: drawings.find(({ key }) => key === choice.way) ?? null,
    open,
  };
}

import { useLocalStorage, useMediaQuery } from "@mantine/hooks";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { type Row, type Target, usePlanSession, useRows } from "../../collab";
import { type SectionDescription, useLabels } from "../../form";
import { type Matrix, matrixOf } from "../matrix/matrixOf";
import { AT_ONCE, PHONE } from "../phone";
import { type Grid, useGrid } from "../table/useGrid";
import { type TableViewing, useTableView } from "../view/useTableView";
import { type Deeds, useDeeds } from "./useDeeds";

export type Way = "table" | "matrix" | "cards";

/** A section of many records with everything its parts need to show it and work on it. */
export interface CollectionState {
  section: SectionDescription;
  label: string;
  addLabel: string;
  canEdit: boolean;
  /** Every live record, in the plan's order; what the filter leaves of them is `viewing.rows`. */
  all: readonly Row[];
  viewing: TableViewing;
  grid: Grid;
  deeds: Deeds;
  way: Way;
  chooseWay(way: Way): void;
  /** How the section reads as a matrix, when it does. */
  matrix: Matrix | null;
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
  const matrix = useMemo(() => matrixOf(section), [section]);
  const [way, chooseWay] = useWay(section.key, matrix !== null);
  const open = (id: string, field: string | null = null) => onOpen({ section: section.key, id, field });
  const deeds = useDeeds(section, viewing, grid, way === "table" ? null : open);
  return {
    section,
    label: labels.section(section, "label"),
    addLabel: t("add", { one: labels.section(section, "one") }),
    canEdit,
    all,
    viewing,
    grid,
    deeds,
    way,
    chooseWay,
    matrix,
    open,
  };
}

/** How this person looks at the section: as they did last time, where the screen and the section allow it. */
function useWay(section: string, hasMatrix: boolean): [Way, (way: Way) => void] {
  const isPhone = useMediaQuery(PHONE, false, AT_ONCE);
  const [way, setWay] = useLocalStorage<Way>({
    key: `tavolo.way.${section}`,
    defaultValue: "table",
    getInitialValueInEffect: false,
  });
  if (hasMatrix && way === "matrix") return ["matrix", setWay];
  return [isPhone ? "cards" : "table", setWay];
}

import { useTranslation } from "react-i18next";
import { useEdits, usePlanSession, type Value } from "../../collab";
import { firstToFill, nameOfRecord, type SectionDescription, useLabels, useLookup } from "../../form";
import { useAnnounce } from "../../ui";
import { useClipboard } from "../clipboard/useClipboard";
import type { Spot } from "../table/gridState";
import type { Grid } from "../table/useGrid";
import { EVERYTHING, type Sorting } from "../view/arrange";
import type { TableViewing } from "../view/useTableView";
import { type NoticeState, useNotice } from "./useNotice";

/** Everything that can be done to the records of a section as a whole. */
export interface Deeds extends Pick<NoticeState, "notice" | "takeBack"> {
  /** Add an empty record and open it where it is typed into. */
  add(): void;
  addQuietly(values: Record<string, Value>): void;
  remove(ids: readonly string[]): void;
  move(id: string, place: { before?: string; after?: string }): void;
  sortBy(field: string): void;
  showAll(): void;
  /** Go to the last row's first cell. */
  backToLast(): void;
  copy(at: Spot): string;
  paste(text: string, at: Spot | null): boolean;
}

export function useDeeds(
  section: SectionDescription,
  viewing: TableViewing,
  grid: Grid,
  /** Opens a new record, in the field to begin with, where there is no table to type it into. */
  openNew: ((id: string, field: string | null) => void) | null,
): Deeds {
  const notices = useNotice(section.key);
  const { rows, columns, setView } = viewing;
  const firstColumn = columns[0]?.key ?? section.title;
  const create = useCreation(section, viewing, notices);
  return {
    ...useArranging(section, viewing, grid, notices),
    ...useClipboard(section, viewing, grid, notices),
    notice: notices.notice,
    takeBack: notices.takeBack,
    add: () => {
      const id = create({});
      if (id === null) return;
      if (openNew) openNew(id, firstToFill(section));
      else grid.dispatch({ do: "edit", spot: { row: id, column: firstColumn }, typed: null });
    },
    addQuietly: create,
    sortBy: (field) => setView((now) => ({ ...now, sorting: nextSorting(now.sorting, field) })),
    showAll: () => setView((now) => ({ ...EVERYTHING, sorting: now.sorting })),
    backToLast: () => {
      const last = rows.at(-1);
      if (last) grid.dispatch({ do: "activate", spot: { row: last.id, column: firstColumn } });
    },
  };
}

/** Returns a function that makes a record and sees to it that it shows. */
function useCreation(
  section: SectionDescription,
  { view, setView }: TableViewing,
  { tell }: NoticeState,
): (values: Record<string, Value>) => string | null {
  const edits = useEdits();
  return (values) => {
    const id = edits.add(section.key, values);
    const isFiltered = view.search !== "" || Object.keys(view.filters).length > 0;
    if (id === null) tell({ did: "full" });
    // A new record that the filter hides would look like one that was lost.
    else if (isFiltered) setView((now) => ({ ...EVERYTHING, sorting: now.sorting }));
    return id;
  };
}

function useArranging(
  section: SectionDescription,
  { rows }: TableViewing,
  grid: Grid,
  { tell }: NoticeState,
): Pick<Deeds, "remove" | "move"> {
  const { t } = useTranslation("tools");
  const edits = useEdits();
  const announce = useAnnounce();
  const nameOf = useNameOf(section);
  return {
    remove: (ids) => {
      const name = ids[0] === undefined ? "" : nameOf(ids[0]);
      edits.together(() => {
        for (const id of ids) edits.remove(section.key, id);
      });
      tell({ did: "removed", ids, name });
      grid.dispatch({ do: "select", rows: [] });
      announce(t("removed", { name, count: ids.length }));
    },
    move: (id, place) => {
      edits.move(section.key, id, place);
      const order = rows.map((row) => row.id).filter((one) => one !== id);
      const at = place.before ? order.indexOf(place.before) : order.indexOf(place.after ?? "") + 1;
      announce(t("moved", { name: nameOf(id), place: at + 1, count: rows.length }));
    },
  };
}

function useNameOf(section: SectionDescription): (id: string) => string {
  const { t } = useTranslation("form");
  const { doc } = usePlanSession();
  const lookup = useLookup();
  const labels = useLabels();
  return (id) =>
    nameOfRecord(doc, lookup, section.key, id) ||
    t("reference.unnamed", { one: labels.section(section, "one") });
}

/** Up, then down, then back to the plan's own order. */
function nextSorting(now: Sorting | null, field: string): Sorting | null {
  if (now?.field !== field) return { field, isDescending: false };
  return now.isDescending ? null : { field, isDescending: true };
}

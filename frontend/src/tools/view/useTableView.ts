import { useLocalStorage } from "@mantine/hooks";
import { useMemo, useRef, useState } from "react";
import type { Row } from "../../collab";
import { type FieldDescription, formatValue, type SectionDescription, useReader } from "../../form";
import { columnsOf } from "../table/columns";
import { arrange, EVERYTHING, type Say, type TableView } from "./arrange";

export interface TableViewing {
  view: TableView;
  setView(change: (view: TableView) => TableView): void;
  columns: readonly FieldDescription[];
  /** Null brings back the columns that the declaration names. */
  chooseColumns(columns: string[] | null): void;
  hasOwnColumns: boolean;
  rows: readonly Row[];
  say: Say;
}

/** How this person looks at a section: which columns, which rows, in which order. */
export function useTableView(
  section: SectionDescription,
  all: readonly Row[],
  isEditing: boolean,
): TableViewing {
  const reader = useReader();
  const [view, setView] = useState(EVERYTHING);
  const [chosen, setChosen] = useLocalStorage<string[] | null>({
    key: `tavolo.columns.${section.key}`,
    defaultValue: null,
    getInitialValueInEffect: false,
  });
  const columns = useMemo(() => columnsOf(section, chosen), [section, chosen]);
  const say = useMemo<Say>(
    () => (field, value, row) => formatValue(section.key, field, value, reader, row.values.currency),
    [section, reader],
  );
  const arranged = useMemo(
    () => arrange(all, section, columns, view, say, reader.locale),
    [all, section, columns, view, say, reader.locale],
  );
  return {
    view,
    setView,
    columns,
    chooseColumns: setChosen,
    hasOwnColumns: chosen !== null,
    rows: useSteadyOrder(arranged, all, isEditing),
    say,
  };
}

/**
 * Keeps rows where they are while a cell is open.
 *
 * In a sorted or filtered table the row being typed into would otherwise jump away, or vanish, in the
 * middle of a word.
 */
function useSteadyOrder(arranged: readonly Row[], all: readonly Row[], isEditing: boolean): readonly Row[] {
  const order = useRef<readonly string[]>([]);
  const rows = useMemo(() => {
    if (!isEditing) return arranged;
    const live = new Map(all.map((row) => [row.id, row]));
    const kept = order.current.map((id) => live.get(id)).filter((row) => row !== undefined);
    const known = new Set(order.current);
    return [...kept, ...arranged.filter((row) => !known.has(row.id))];
  }, [arranged, all, isEditing]);
  order.current = useMemo(() => rows.map((row) => row.id), [rows]);
  return rows;
}

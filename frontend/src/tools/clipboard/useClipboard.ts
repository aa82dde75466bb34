import { useTranslation } from "react-i18next";
import { useEdits, type Value } from "../../collab";
import { type FieldDescription, fieldIn, type SectionDescription } from "../../form";
import { useAnnounce } from "../../ui";
import type { NoticeState } from "../section/useNotice";
import type { Spot } from "../table/gridState";
import type { Grid } from "../table/useGrid";
import type { TableViewing } from "../view/useTableView";
import { readCells, writeCells } from "./spreadsheet";
import { usePastedRecords } from "./usePastedRecords";

interface Clipboard {
  /** The active cell, or the selected rows, as a spreadsheet takes them. */
  copy(at: Spot): string;
  /** Make records of several cells, or set one cell; false when there is nothing to paste here. */
  paste(text: string, at: Spot | null): boolean;
}

/** To and from spreadsheets. */
export function useClipboard(
  section: SectionDescription,
  viewing: TableViewing,
  grid: Grid,
  notices: NoticeState,
): Clipboard {
  return { copy: useCopy(section, viewing, grid), paste: usePaste(section, viewing, notices) };
}

function useCopy(
  section: SectionDescription,
  { rows, columns, say }: TableViewing,
  grid: Grid,
): Clipboard["copy"] {
  const words = (id: string, fields: readonly (FieldDescription | null)[]): string[] => {
    const row = rows.find((one) => one.id === id);
    return fields.map((field) => (row && field ? say(field, row.values[field.key] ?? null, row) : ""));
  };
  return (at) => {
    const { selected } = grid.state;
    if (selected.size === 0) return writeCells([words(at.row, [fieldIn(section, at.column)])]);
    return writeCells(rows.filter((row) => selected.has(row.id)).map((row) => words(row.id, columns)));
  };
}

function usePaste(
  section: SectionDescription,
  { columns }: TableViewing,
  { tell }: NoticeState,
): Clipboard["paste"] {
  const { t } = useTranslation("tools");
  const edits = useEdits();
  const announce = useAnnounce();
  const read = usePastedRecords(section);
  const pasteInto = (spot: Spot, text: string): boolean => {
    const field = fieldIn(section, spot.column);
    const value = field && read([[text]], [field]).records[0]?.[field.key];
    if (value === undefined || value === null) return false;
    edits.set(section.key, spot.row, spot.column, value);
    return true;
  };
  const addAll = (records: readonly Record<string, Value>[]): string[] => {
    const ids: (string | null)[] = [];
    edits.together(() => {
      for (const record of records) ids.push(edits.add(section.key, record));
    });
    return ids.filter((id) => id !== null);
  };
  return (text, at) => {
    const cells = readCells(text);
    const isSingle = cells.length <= 1 && (cells[0]?.length ?? 0) <= 1;
    if (isSingle) return at !== null && pasteInto(at, text);
    const from = columns.findIndex((field) => field.key === at?.column);
    const { records, unread } = read(cells, columns.slice(Math.max(0, from)));
    const ids = addAll(records);
    tell(ids.length < records.length ? { did: "full" } : { did: "pasted", ids, unread });
    announce(t("pasted", { count: ids.length }));
    return records.length > 0;
  };
}

import * as Y from "yjs";
import { usePlanSession } from "../../collab";
import {
  type FieldDescription,
  fieldsToFill,
  nameOfRecord,
  plain,
  type SectionDescription,
  useCircumstances,
  useLabels,
  useLookup,
} from "../../form";
import { type PastedRecords, recordsIn } from "./pastedRecords";

/** Returns a function that reads cells of a spreadsheet as new records of a section. */
export function usePastedRecords(
  section: SectionDescription,
): (cells: readonly (readonly string[])[], columns: readonly FieldDescription[]) => PastedRecords {
  const labels = useLabels();
  const lookup = useLookup();
  const around = useCircumstances(undefined);
  const { doc } = usePlanSession();
  const recordNamed = (key: string, name: string): string | null => {
    const tool = lookup.sections.get(key)?.tool;
    const held = tool && doc.getMap(tool).get(key);
    if (!(held instanceof Y.Map)) return null;
    for (const [id, record] of held.entries()) {
      const isLive = record instanceof Y.Map && record.get("removed") === null;
      if (isLive && plain(nameOfRecord(doc, lookup, key, id) ?? "") === plain(name)) return id;
    }
    return null;
  };
  return (cells, columns) =>
    recordsIn(cells, columns, fieldsToFill(section), { section: section.key, around, labels, recordNamed });
}

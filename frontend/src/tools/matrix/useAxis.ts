import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { usePlanSession, useRows } from "../../collab";
import { type FieldOf, nameOfRecord, useLabels, useLookup, useSection } from "../../form";

export interface AxisEntry {
  id: string;
  name: string;
}

/** What stands along one side of a matrix: the values a reference may name instead of a record, then the records. */
export function useAxis(section: string, field: FieldOf<"ref">): AxisEntry[] {
  const { t } = useTranslation("form");
  const { doc } = usePlanSession();
  const lookup = useLookup();
  const labels = useLabels();
  const target = useSection(field.to);
  const rows = useRows(field.to);
  return useMemo(() => {
    const also = field.also.map(({ value }) => ({ id: value, name: labels.choice(section, field, value) }));
    const unnamed = t("reference.unnamed", { one: labels.section(target, "one") });
    const records = rows.map(({ id }) => ({ id, name: nameOfRecord(doc, lookup, field.to, id) || unnamed }));
    return [...also, ...records];
  }, [section, field, target, rows, doc, lookup, labels, t]);
}

/** What a section is called. */
export function useSectionName(key: string): string {
  return useLabels().section(useSection(key), "label");
}

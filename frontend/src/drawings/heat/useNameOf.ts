import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { usePlanSession, useRows } from "../../collab";
import { nameOfRecord, useLabels, useLookup, useSection } from "../../form";

/** Returns a function that says what a record of a section is called, kept up while they are renamed. */
export function useNameOf(section: string): (id: string) => string {
  const { t } = useTranslation("form");
  const { doc } = usePlanSession();
  const lookup = useLookup();
  const labels = useLabels();
  const described = useSection(section);
  const rows = useRows(section);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows are read through the document.
  return useCallback(
    (id) =>
      nameOfRecord(doc, lookup, section, id) ||
      t("reference.unnamed", { one: labels.section(described, "one") }),
    [doc, lookup, section, labels, described, t, rows],
  );
}

import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { type Row, useEdits, type Value } from "../../collab";
import type { SectionDescription } from "../../form";
import { useAnnounce } from "../../ui";

/** What the filter leaves, in the plan's own order: how a table was sorted says nothing about a drawing. */
export function useShown(all: readonly Row[], rows: readonly Row[]): readonly Row[] {
  return useMemo(() => {
    const shown = new Set(rows);
    return rows.length === all.length ? all : all.filter((row) => shown.has(row));
  }, [all, rows]);
}

/** Returns a function that adds a record and says so when the section is full. */
export function useAdding(section: SectionDescription): (values: Record<string, Value>) => string | null {
  const { t } = useTranslation("tools");
  const edits = useEdits();
  const announce = useAnnounce();
  return useCallback(
    (values) => {
      const id = edits.add(section.key, values);
      if (id === null) announce(t("full", { count: section.limit }));
      return id;
    },
    [edits, section, announce, t],
  );
}

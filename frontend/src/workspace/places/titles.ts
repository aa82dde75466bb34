import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import * as Y from "yjs";
import { type Target, usePlanSession, useRow } from "../../collab";
import { lookupOf } from "../../form/description";
import { nameOfRecord } from "../../form/names";
import { plan } from "../../schema/plan.generated";
import { type SectionDescription, toolOf } from "./targets";

export interface FoundRecord {
  section: SectionDescription;
  id: string;
  title: string;
}

/** What a place is called: "Stakeholders", "Chief information officer", "Stance"; empty where it is less precise. */
export interface PlaceName {
  tool: string;
  record: string;
  field: string;
}

/** The words that name a record, or "" when it has none yet. */
export function titleOf(doc: Y.Doc, section: string, id: string): string {
  return nameOfRecord(doc, lookupOf(plan), section, id)?.trim() ?? "";
}

/** Every record of the plan that is not in the bin and has a name. */
export function namedRecords(doc: Y.Doc, sections: readonly SectionDescription[]): FoundRecord[] {
  return sections.flatMap((section) => {
    const tool = toolOf(section.key);
    const records = tool && section.many ? doc.getMap(tool.key).get(section.key) : null;
    if (!(records instanceof Y.Map)) return [];
    return [...records.entries()]
      .filter(([, record]) => record instanceof Y.Map && !record.get("removed"))
      .map(([id]) => ({ section, id, title: titleOf(doc, section.key, id) }))
      .filter(({ title }) => title !== "");
  });
}

/** Name a place; a record without a title is called by its kind ("Stakeholder without a name"). */
export function namePlace(doc: Y.Doc, target: Target, t: TFunction<"workspace">): PlaceName {
  const { section, id, field } = target;
  const tool = toolOf(section);
  const title = id ? titleOf(doc, section, id) : "";
  return {
    tool: tool ? t(`tool.${tool.key}.label`, { ns: "plan" }) : section,
    record: id ? title || t("places.unnamed", { one: t(`section.${section}.one`, { ns: "plan" }) }) : "",
    field: field ? t(`section.${section}.fields.${field}.label`, { ns: "plan" }) : "",
  };
}

/** The name of a place, kept up to date while its record is renamed. */
export function usePlaceName(target: Target): PlaceName {
  const { t } = useTranslation("workspace");
  const { doc } = usePlanSession();
  useRow(target.section, target.id ?? "");
  return namePlace(doc, target, t);
}

import * as Y from "yjs";
import type { SectionDescription } from "../../schema/plan.generated";
import { PAGES } from "../places/targets";

/** A section of which only what somebody has marked for the customer leaves the company. */
export type MarkedSection = SectionDescription & { readonly shared_by: string };

const FOR_CUSTOMERS = PAGES.flatMap((tool) => tool.sections).filter(
  (section) => section.audience === "customer",
);

export const MARKED_SECTIONS: readonly MarkedSection[] = FOR_CUSTOMERS.filter(
  (section): section is MarkedSection => section.shared_by !== null,
);

/** Sections that leave without being marked, though only with the fields a customer may see. */
export const OPEN_SECTIONS: readonly SectionDescription[] = FOR_CUSTOMERS.filter(
  (section) => section.shared_by === null && !section.only_when_named && section.only_with.length === 0,
);

export interface MarkedCount {
  section: MarkedSection;
  /** Records that would reach the customer. */
  shared: number;
  /** Records there are, without those in the bin. */
  all: number;
}

/** How many records of each section are marked for the customer, sections without records left out. */
export function countMarked(doc: Y.Doc): MarkedCount[] {
  return MARKED_SECTIONS.map((section) => {
    const records = doc.getMap(section.tool).get(section.key);
    const live = records instanceof Y.Map ? [...records.values()].filter(isLive) : [];
    const shared = live.filter((record) => record.get(section.shared_by) === true).length;
    return { section, shared, all: live.length };
  }).filter(({ all }) => all > 0);
}

function isLive(record: unknown): record is Y.Map<unknown> {
  return record instanceof Y.Map && !record.get("removed");
}

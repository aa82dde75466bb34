import type { Row } from "../../collab";
import { COMMENTS } from "../places/targets";

export interface Removed {
  section: string;
  row: Row;
}

/** Whether the bin shows it. A comment without words only settled a thread; there is nothing to bring back. */
export function shownInBin({ section, row }: Removed): boolean {
  return section !== COMMENTS || Boolean(row.values.text);
}

/** Group what was removed by section, keeping the order within and of first appearance. */
export function bySection(removed: readonly Removed[]): [string, Removed[]][] {
  const sections = new Map<string, Removed[]>();
  for (const one of removed) sections.set(one.section, [...(sections.get(one.section) ?? []), one]);
  return [...sections];
}

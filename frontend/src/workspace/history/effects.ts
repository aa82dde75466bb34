import type { Comparison, Counts, Restoring } from "../../api";
import type { SectionKey, ToolKey } from "../../schema/plan.generated";
import { parseTarget } from "../places/targets";
import { changedRecords, countsOf, inTool } from "./changes";

/** How much of a version is brought back. */
export type Restored =
  | { of: "plan" }
  | { of: "tool"; tool: ToolKey }
  | { of: "record"; key: string; title: string };

/** What restoring does to the records there are now. */
export interface Effects {
  /** Say again what they said then. */
  changed: number;
  /** Were not there then; they go to the bin. */
  binned: number;
  /** Have gone to the bin since; they come back. */
  back: number;
}

/** Of everything that has changed from a version to now, what restoring a part of it meets. */
export function effectsOf(sinceThen: Comparison, scope: Restored): Effects {
  const { added, removed, restored, changed } = countsWithin(sinceThen, scope);
  return { changed, binned: added + restored, back: removed };
}

export function isNothing({ changed, binned, back }: Effects): boolean {
  return changed + binned + back === 0;
}

/** The restoring as the server is asked for it. */
export function restoringOf(version: string, scope: Restored): Restoring {
  switch (scope.of) {
    case "plan":
      return { version };
    case "tool":
      return { version, tool: scope.tool };
    case "record": {
      const { section, id } = parseTarget(scope.key);
      const part = { version, section: section as SectionKey };
      return id === null ? part : { ...part, record: id };
    }
  }
}

function countsWithin({ changes, counts }: Comparison, scope: Restored): Counts {
  if (scope.of === "plan") return counts;
  const records = changedRecords(changes);
  if (scope.of === "tool") return countsOf(inTool(records, scope.tool));
  return countsOf(records.filter(({ key }) => key === scope.key));
}

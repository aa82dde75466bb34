import type { Target } from "../../collab";
import { formatTarget } from "../../form/places";
import { plan, type SectionDescription, type ToolDescription } from "../../schema/plan.generated";

export type { SectionDescription, ToolDescription };

const SECTIONS: ReadonlyMap<string, SectionDescription> = new Map(
  plan.tools.flatMap((tool) => tool.sections.map((section) => [section.key, section] as const)),
);

const TOOLS: ReadonlyMap<string, ToolDescription> = new Map(
  plan.tools.flatMap((tool) => tool.sections.map((section) => [section.key, tool] as const)),
);

/** The discussion is a section of the document but no page: the panel beside every page shows it. */
export const COMMENTS = "comments";

/** The findings that somebody has set aside, shown where findings are. */
export const SET_ASIDE = "set_aside";

const WITHOUT_A_PAGE: ReadonlySet<string> = new Set([COMMENTS, SET_ASIDE]);

/** The tools that have a page, in the plan's order. */
export const PAGES: readonly ToolDescription[] = plan.tools.filter((tool) =>
  tool.sections.some((section) => !WITHOUT_A_PAGE.has(section.key)),
);

export function sectionOf(key: string): SectionDescription | null {
  return SECTIONS.get(key) ?? null;
}

/** The tool a section belongs to, or null when this page's schema is older than the plan's. */
export function toolOf(section: string): ToolDescription | null {
  return TOOLS.get(section) ?? null;
}

/** Where a tool as a whole is spoken of: its first section. */
export function targetOfTool(tool: ToolDescription): Target {
  return { section: tool.sections[0]?.key ?? tool.key, id: null, field: null };
}

/** Reads what `formatTarget` wrote. A section's own record has no id, so what follows it is a field. */
export function parseTarget(text: string): Target {
  const [section = "", second, third] = text.split("/");
  if (sectionOf(section)?.many === false) return { section, id: null, field: third || second || null };
  return { section, id: second || null, field: third || null };
}

/** Whether `inner` is `outer` or lies within it: a field lies in its record, a record in its section. */
export function isWithin(inner: Target, outer: Target): boolean {
  if (inner.section !== outer.section) return false;
  if (outer.id !== null && inner.id !== outer.id) return false;
  return outer.field === null || inner.field === outer.field;
}

export function isSameTarget(a: Target, b: Target): boolean {
  return formatTarget(a) === formatTarget(b);
}

/** Whether departments and regions pull together, in what a director must know first. */

import type { Area, Collaboration, Department } from "../../schema/report.generated";

export interface Together {
  /** Departments with live actions, those that share the smallest part of them first. */
  working: readonly Department[];
  /** Of these, who has no action with another department. */
  alone: readonly Department[];
  /** Regions with enough actions to judge, in groups within which they line up. */
  groups: readonly (readonly Area[])[];
}

export function together({ departments, areas, area_groups }: Collaboration): Together {
  const working = departments.filter(({ actions }) => actions > 0).sort((a, b) => shareOf(a) - shareOf(b));
  const known = new Map(areas.map((area) => [area.division, area]));
  return {
    working,
    // One that works by itself because there is no other department does nothing wrong.
    alone: working.length > 1 ? working.filter(({ shared }) => shared === 0) : [],
    groups: area_groups
      .map((group) => group.flatMap((division) => known.get(division) ?? []))
      .filter((group) => group.length > 0),
  };
}

export function shareOf({ actions, shared }: Department): number {
  return actions === 0 ? 0 : shared / actions;
}

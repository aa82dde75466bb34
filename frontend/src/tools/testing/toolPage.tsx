import { vi } from "vitest";
import type { PlanValues } from "../../collab";
import { renderInPlan } from "../../form/testing/renderInPlan";
import ToolPage from "../ToolPage";

export const ANA = "member-ana-0000000001";
export const FIRST = "action-1-000000000001";
export const SECOND = "action-2-000000000002";
export const THIRD = "action-3-000000000003";
export const PLAN: PlanValues = {
  profile: { currency: "EUR" },
  team_members: [{ id: ANA, name: "Ana Ruiz", department: "Sales" }],
  actions: [
    { id: FIRST, title: "Renew licence", owner: ANA, due: "2027-05-03", status: "doing", cost: 2000 },
    { id: SECOND, title: "Visit radiology", due: "2027-01-15", status: "to_do", cost: 500 },
    { id: THIRD, title: "Agree escalation", status: "done" },
  ],
};

/** There is no layout in tests; a long table must still find something in view. */
export function giveRoom() {
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(600);
  vi.spyOn(HTMLElement.prototype, "offsetHeight", "get").mockReturnValue(41);
}

export function show(toolKey = "actions", options: Parameters<typeof renderInPlan>[1] = {}) {
  return renderInPlan(<ToolPage toolKey={toolKey} />, { values: PLAN, ...options });
}

/** The words of a column from top to bottom. */
export function column(name: string): string[] {
  const headers = [...document.querySelectorAll("[role=columnheader]")];
  const at = headers.findIndex((header) => header.textContent?.startsWith(name));
  return rows().map((row) => row.children[at]?.textContent ?? "");
}

export function rows(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>("[role=row][data-index]")];
}

export function cell(record: string, field: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(
    `[role=gridcell][data-target="actions/${record}/${field}"]`,
  );
  if (!found) throw new Error(`No cell for ${record}/${field}.`);
  return found;
}

import { act, screen, within } from "@testing-library/react";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { PlanValues } from "../../collab";
import { renderInPlan } from "../../form/testing/renderInPlan";
import { plan } from "../../schema/plan.generated";
import ToolPage from "../ToolPage";
import { matrixOf } from "./matrixOf";

// Whole pages are drawn, on machines that do other things too.
vi.setConfig({ testTimeout: 30_000 });

const ANA = "member-ana-0000000001";
const JONAS = "member-jonas-00000001";
const BUYER = "stakeholder-buyer-001";
const ENGINEER = "stakeholder-engineer1";
const PLAN: PlanValues = {
  team_members: [
    { id: ANA, name: "Ana Ruiz", department: "Sales" },
    { id: JONAS, name: "Jonas Keller", department: "Service" },
  ],
  stakeholders: [
    { id: BUYER, name: "Buyer" },
    { id: ENGINEER, name: "Engineer" },
  ],
  coverage: [{ id: "coverage-1-0000000001", member: ANA, stakeholder: BUYER, quality: 3 }],
};

beforeEach(() => localStorage.setItem("tavolo.way.coverage", JSON.stringify("matrix")));

function show(options: Parameters<typeof renderInPlan>[1] = {}) {
  return renderInPlan(<ToolPage toolKey="team" />, { values: PLAN, ...options });
}

function cell(words: string): HTMLElement {
  return screen.getByRole("button", { name: words });
}

test("sections that cross two others with a choice or a scale read as a matrix, others do not", () => {
  const keys = plan.tools.flatMap((tool) => tool.sections.filter((section) => matrixOf(section) !== null));
  expect(keys.map((section) => section.key).sort()).toEqual([
    "coverage",
    "ratings",
    "responsibilities",
    "white_space",
  ]);
});

describe("a matrix", () => {
  test("shows what one thing means for another", () => {
    show();
    expect(cell("Ana Ruiz × Buyer: Well").textContent).toBe("Well");
    expect(cell("Jonas Keller × Engineer: empty")).toBeTruthy();
  });

  test("is walked with the arrows and filled with digits", async () => {
    const { session, user } = show();
    act(() => cell("Ana Ruiz × Buyer: Well").focus());
    await user.keyboard("{ArrowRight}{ArrowDown}2");
    expect(cell("Jonas Keller × Engineer: Now and then")).toBe(document.activeElement);
    const made = session.rows.rows("coverage").at(-1)?.values;
    expect([made?.member, made?.stakeholder, made?.quality]).toEqual([JONAS, ENGINEER, 2]);
    await user.keyboard("{Delete}");
    expect(session.rows.rows("coverage")).toHaveLength(1);
  });

  test("opens a cell to pick what it says, and all of its record", async () => {
    const { user } = show();
    await user.click(cell("Jonas Keller × Buyer: empty"));
    const form = await screen.findByRole("dialog");
    await user.click(within(form).getByRole("button", { name: "By name" }));
    expect(within(form).getByRole("button", { name: "By name", pressed: true })).toBeTruthy();
    expect(within(form).getByRole("button", { name: "Open the record" })).toBeTruthy();
  });

  test("is only read by a viewer", async () => {
    const { session, user } = show({ role: "viewer" });
    act(() => cell("Jonas Keller × Buyer: empty").focus());
    await user.keyboard("2");
    expect(session.rows.rows("coverage")).toHaveLength(1);
  });

  test("says what it needs before it can be filled", () => {
    show({ values: {} });
    expect(screen.getByText(/Add to Team and to Stakeholders first/u)).toBeTruthy();
  });
});

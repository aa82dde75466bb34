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
const QUOTES = "stream-quotes-0000001";
const ROLLOUTS = "stream-rollouts-00001";
const PLAN: PlanValues = {
  team_members: [
    { id: ANA, name: "Ana Ruiz", department: "Sales" },
    { id: JONAS, name: "Jonas Keller", department: "Service" },
  ],
  workstreams: [
    { id: QUOTES, name: "Quotations" },
    { id: ROLLOUTS, name: "Rollouts" },
  ],
  responsibilities: [{ id: "resp-1-00000000000001", workstream: QUOTES, member: ANA, letter: "A" }],
};

beforeEach(() => localStorage.setItem("tavolo.way.responsibilities", JSON.stringify("matrix")));

function show(options: Parameters<typeof renderInPlan>[1] = {}) {
  return renderInPlan(<ToolPage toolKey="responsibilities" />, { values: PLAN, ...options });
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
    expect(cell("Quotations × Ana Ruiz: Accountable").textContent).toBe("Accountable");
    expect(cell("Rollouts × Jonas Keller: empty")).toBeTruthy();
  });

  test("is walked with the arrows and filled with letters", async () => {
    const { session, user } = show();
    act(() => cell("Quotations × Ana Ruiz: Accountable").focus());
    await user.keyboard("{ArrowRight}{ArrowDown}r");
    expect(cell("Rollouts × Jonas Keller: Responsible")).toBe(document.activeElement);
    const made = session.rows.rows("responsibilities").at(-1)?.values;
    expect([made?.workstream, made?.member, made?.letter]).toEqual([ROLLOUTS, JONAS, "R"]);
    await user.keyboard("{Delete}");
    expect(session.rows.rows("responsibilities")).toHaveLength(1);
  });

  test("opens a cell to pick what it says, and all of its record", async () => {
    const { user } = show();
    await user.click(cell("Quotations × Jonas Keller: empty"));
    const form = await screen.findByRole("dialog");
    await user.click(within(form).getByRole("button", { name: "Consulted" }));
    expect(within(form).getByRole("button", { name: "Consulted", pressed: true })).toBeTruthy();
    expect(within(form).getByRole("button", { name: "Open the record" })).toBeTruthy();
  });

  test("is only read by a viewer", async () => {
    const { session, user } = show({ role: "viewer" });
    act(() => cell("Quotations × Jonas Keller: empty").focus());
    await user.keyboard("r");
    expect(session.rows.rows("responsibilities")).toHaveLength(1);
  });

  test("says what it needs before it can be filled", () => {
    show({ values: {} });
    expect(screen.getByText(/Add to Workstreams and to Team first/u)).toBeTruthy();
  });
});

import { act, screen, within } from "@testing-library/react";
import { beforeAll, describe, expect, test, vi } from "vitest";
import type { PlanValues, Report } from "../../collab";
import { renderInPlan } from "../../form/testing/renderInPlan";
import ToolPage from "../../tools/ToolPage";

// Whole pages are drawn, on machines that do other things too.
vi.setConfig({ testTimeout: 30_000 });
beforeAll(() => import("./RaciMatrix"), 60_000);

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
const NOBODY = {
  code: "nobody_accountable",
  where: `workstreams/${ROLLOUTS}`,
  values: { name: "Rollouts" },
  severity: "should",
  mend: [],
  aside: null,
} as const;

const table = async () => within(await screen.findByRole("table", { name: "Responsibilities" }));

describe("the matrix of responsibilities", () => {
  test("shows letters, is walked with the arrows and filled with the letters themselves", async () => {
    const { session, user } = renderInPlan(<ToolPage toolKey="responsibilities" />, { values: PLAN });
    const first = (await table()).getByRole("button", { name: "Quotations × Ana Ruiz: Accountable" });
    expect(first.textContent).toBe("A");
    act(() => first.focus());
    await user.keyboard("{ArrowRight}{ArrowDown}r");
    const made = session.rows.rows("responsibilities").at(-1)?.values;
    expect([made?.workstream, made?.member, made?.letter]).toEqual([ROLLOUTS, JONAS, "R"]);
  });

  test("counts the letters of each person, and marks where the server has found nobody who answers", async () => {
    const { session } = renderInPlan(<ToolPage toolKey="responsibilities" />, { values: PLAN });
    const counts = (await table()).getByRole("row", { name: /^Letters/ });
    expect(counts.textContent).toBe("Letters1 A ");
    const rollouts = () => screen.getByText("nobody answers");
    expect(rollouts().dataset.wrong).toBeUndefined();
    act(() => session.report.take({ findings: [NOBODY] } as Partial<Report>));
    expect(rollouts().dataset.wrong).toBe("true");
    expect(screen.getByText("one answers").dataset.wrong).toBeUndefined();
  });

  test("says what it needs before it can be filled", async () => {
    renderInPlan(<ToolPage toolKey="responsibilities" />, { values: {} });
    expect(await screen.findByText(/Add to Workstreams and to Team first/u)).toBeTruthy();
  });
});

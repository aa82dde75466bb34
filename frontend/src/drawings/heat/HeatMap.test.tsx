import { act, screen, waitFor } from "@testing-library/react";
import { beforeAll, describe, expect, test, vi } from "vitest";
import type { LiveSession, PlanValues, Report } from "../../collab";
import { renderInPlan } from "../../form/testing/renderInPlan";
import ToolPage from "../../tools/ToolPage";

// Whole pages are drawn, on machines that do other things too.
vi.setConfig({ testTimeout: 30_000 });
beforeAll(() => import("./HeatMap"), 60_000);

const RIVAL = "competitor-rival-00001";
const PRICE = "criterion-price-000001";
const PLAN: PlanValues = {
  competitors: [{ id: RIVAL, name: "Lanwei" }],
  buying_criteria: [{ id: PRICE, name: "Price", weight: 5 }],
  ratings: [
    { id: "rating-us-000000000001", vendor: "us", criterion: PRICE, rating: 4 },
    { id: "rating-rival-000000001", vendor: RIVAL, criterion: PRICE, rating: 2 },
  ],
};

function figures(ours: number): Report["competition"] {
  const lead = ours - 2;
  return {
    vendors: [
      { vendor: "us", score: ours, coverage: 1, lead: null },
      { vendor: RIVAL, score: 2, coverage: 1, lead },
    ],
    criteria: [{ criterion: PRICE, weight: 5, ours, theirs: 2, best: [RIVAL], lead, unique: lead >= 1 }],
    best_rival: RIVAL,
    lead,
    unique: lead >= 1 ? [PRICE] : [],
  };
}

function report(session: LiveSession, ours: number): void {
  act(() => session.report.take({ competition: figures(ours) } as Partial<Report>));
}

async function show(options: Parameters<typeof renderInPlan>[1] = {}) {
  const shown = renderInPlan(<ToolPage toolKey="competitors" />, { values: PLAN, ...options });
  await screen.findByRole("button", { name: "Price × Us: 4, Good" });
  return shown;
}

const cell = (name: string) => screen.getByRole("button", { name });

describe("the heat map", () => {
  test("says in words where we stand and what is ours alone", async () => {
    const { session } = await show();
    report(session, 4);
    expect(screen.getByText("We lead Lanwei, our best rival, by 2. Ours alone: Price.")).toBeTruthy();
    expect(screen.getByText("ours alone")).toBeTruthy();
    expect(cell("Price × Lanwei: 2, Weak").closest("td")?.dataset.heat).toBe("bad");
  });

  test("shows no figures that contradict what was just typed, until the server has sent others", async () => {
    const { session, user } = await show();
    report(session, 4);
    act(() => cell("Price × Us: 4, Good").focus());
    await user.keyboard("5");
    expect(cell("Price × Us: 5, Excellent")).toBe(document.activeElement);
    expect(screen.queryByText("ours alone")).toBeNull();
    expect(screen.getAllByText("Working out the figures").length).toBeGreaterThan(1);
    report(session, 5);
    await waitFor(() =>
      expect(screen.getByText("We lead Lanwei, our best rival, by 3. Ours alone: Price.")).toBeTruthy(),
    );
  });

  test("changes a weight where it is read", async () => {
    const { session, user } = await show();
    await user.selectOptions(screen.getByRole("combobox", { name: "Weight of Price" }), "weight 3");
    expect(session.rows.rows("buying_criteria")[0]?.values.weight).toBe(3);
  });

  test("is only read by a viewer", async () => {
    await show({ role: "viewer" });
    expect(screen.queryByRole("combobox", { name: "Weight of Price" })).toBeNull();
    expect(screen.getByText("weight 5")).toBeTruthy();
  });
});

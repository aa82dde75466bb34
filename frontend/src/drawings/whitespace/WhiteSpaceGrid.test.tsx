import { act, screen, within } from "@testing-library/react";
import { beforeAll, describe, expect, test, vi } from "vitest";
import type { PlanValues, Report } from "../../collab";
import { renderInPlan } from "../../form/testing/renderInPlan";
import ToolPage from "../../tools/ToolPage";
import { heatOf } from "./heat";

// Whole pages are drawn, on machines that do other things too.
vi.setConfig({ testTimeout: 30_000 });
beforeAll(() => import("./WhiteSpaceGrid"), 60_000);

const CLOUD = "offering-cloud-000001";
const EUROPE = "division-europe-00001";
const CELL = "cell-cloud-europe-001";
const PLAN: PlanValues = {
  profile: { currency: "EUR" },
  offerings: [{ id: CLOUD, name: "Cloud" }],
  divisions: [{ id: EUROPE, name: "Europe" }],
  white_space: [
    { id: CELL, offering: CLOUD, division: EUROPE, status: "proposed", current: 1000, potential: 4000 },
  ],
};

/** Sums in two currencies, as a plan has them whose records say their own. */
function space(currency: string, gap: number): Report["white_space"]["spaces"][number] {
  const sum = { current: 1000, potential: 1000 + gap, gap, penetration: 0.25, cells: 1, unknown: 0 };
  return {
    currency,
    total: { of: null, ...sum },
    divisions: [{ of: EUROPE, ...sum }],
    offerings: [{ of: CLOUD, ...sum }],
    best: currency === "EUR" ? [CELL] : [],
  };
}

const FIGURES: Report["white_space"] = {
  cells: [
    {
      cell: CELL,
      offering: CLOUD,
      division: EUROPE,
      status: "proposed",
      currency: "EUR",
      current: 1000,
      potential: 4000,
      gap: 3000,
      penetration: 0.25,
    },
  ],
  spaces: [space("EUR", 3000), space("USD", 7000)],
  pairs: 1,
  described: 1,
};

describe("the white space", () => {
  test("shows state and potential in a cell, and sums that never mix currencies", async () => {
    const { session } = renderInPlan(<ToolPage toolKey="relationship" />, { values: PLAN });
    const cell = await screen.findByRole("button", {
      name: "Cloud × Europe: Proposed €4K a year of potential",
    });
    expect(cell.closest("td")?.dataset.heat).toBe("4");
    act(() => session.report.take({ white_space: FIGURES } as Partial<Report>));
    const total = within(screen.getByRole("row", { name: /^Still open/ }));
    expect(total.getAllByText("€3K")).toHaveLength(2);
    expect(total.getAllByText("$7K")).toHaveLength(2);
    expect(total.queryByText(/10K/)).toBeNull();
    const best = within(screen.getByRole("region", { name: "The best five expansions" }));
    expect(best.getByRole("listitem").textContent).toBe("Cloud in Europe €3K we have 25%");
  });

  test("adds up a division with all below it, and counts that in no total", async () => {
    const GROUP = "division-group-000001";
    const divisions = [
      { id: GROUP, name: "Group", parent: null },
      { id: EUROPE, name: "Europe", parent: GROUP },
    ];
    const { session } = renderInPlan(<ToolPage toolKey="relationship" />, { values: { ...PLAN, divisions } });
    await screen.findByRole("row", { name: /With all below/ });
    act(() => session.report.take({ white_space: FIGURES } as Partial<Report>));
    const [group, europe, end] = within(screen.getByRole("row", { name: /With all below/ })).getAllByRole(
      "cell",
    );
    expect(group?.textContent).toBe("€1K of €4Kwe have 25%$1K of $8Kwe have 13%");
    expect([europe?.textContent, end?.textContent]).toEqual(["", ""]);
    const total = within(screen.getByRole("row", { name: /^Still open/ }));
    expect(total.getAllByText("€3K")).toHaveLength(2);
  });

  test("has no such line while no division is part of another", async () => {
    renderInPlan(<ToolPage toolKey="relationship" />, { values: PLAN });
    await screen.findByRole("row", { name: /^Still open/ });
    expect(screen.queryByText("With all below")).toBeNull();
  });

  test("says what it needs before it can be filled", async () => {
    renderInPlan(<ToolPage toolKey="relationship" />, { values: {} });
    expect(await screen.findByText(/Add to Offerings and to Divisions first/u)).toBeTruthy();
  });
});

test("a cell is as warm as its potential beside the largest, and out where it does not apply", () => {
  const cell = { status: "open", current: null } as const;
  expect([0, 1, 25, 26, 100].map((potential) => heatOf({ ...cell, potential }, 100))).toEqual([
    undefined,
    "1",
    "1",
    "2",
    "4",
  ]);
  expect(heatOf({ status: "not_applicable", current: null, potential: 5 }, 100)).toBe("out");
  expect(heatOf({ ...cell, potential: null }, 100)).toBeUndefined();
});

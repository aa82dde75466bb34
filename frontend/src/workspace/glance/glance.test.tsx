import { act, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { createLocalSession, type LiveSession, type PlanValues, type Report } from "../../collab";
import { stage } from "../testing/Scene";
import GlancePage from "./GlancePage";

const GOAL = "goal-0000000000000001";
const EUROPE = "division-europe-00001";
const ASIA = "division-asia-0000001";
const VALUES: PlanValues = {
  strategy_nodes: [{ id: GOAL, title: "Spare parts in 24 hours", kind: "goal", importance: 4 }],
  divisions: [
    { id: EUROPE, name: "Region Europe" },
    { id: ASIA, name: "Region Asia" },
  ],
  actions: [
    { id: "action-00000000000001", title: "Tender for lines", status: "doing", due: "2020-01-31" },
    { id: "action-00000000000002", title: "Visit the plant", status: "done" },
  ],
};
const REPORT = {
  traceability: {
    coverage: 0,
    goals: [{ goal: GOAL, importance: 4, served: false, objectives: [], actions: [], propositions: [] }],
    actions_of: {},
  },
  collaboration: {
    shared: 0,
    departments: [
      { name: "Sales Europe", members: 1, actions: 2, shared: 0 },
      { name: "Sales Asia", members: 1, actions: 2, shared: 0 },
    ],
    pairs: [],
    contributions: [],
    areas: [
      { division: EUROPE, actions: ["a", "b"], objectives: ["o"], goals: [] },
      { division: ASIA, actions: ["c", "d"], objectives: ["p"], goals: [] },
    ],
    area_groups: [[EUROPE], [ASIA]],
  },
} satisfies Partial<Report>;

function report(live: LiveSession): void {
  act(() => live.report.take(REPORT as Partial<Report>));
}

const block = async (name: string) => within(await screen.findByRole("region", { name }));

describe("the plan at a glance", () => {
  it("says what to start with while the plan holds nothing", async () => {
    await stage(createLocalSession(), <GlancePage />);
    const start = await block("Start here");
    expect(start.getAllByRole("link")).toHaveLength(5);
    expect(screen.queryByRole("region", { name: "What we do" })).toBeNull();
  });

  it("shows what the records say before the server has worked anything out", async () => {
    await stage(createLocalSession(VALUES), <GlancePage />);
    const actions = await block("What we do");
    expect(actions.getByText("2 actions. 1 is overdue.")).toBeTruthy();
    expect(actions.getByRole("link", { name: "Tender for lines" })).toBeTruthy();
    expect((await block("Do we pull together?")).getByText("The figures are on the way")).toBeTruthy();
  });

  it("shows goals that nobody serves, regions that do not line up, departments that share nothing", async () => {
    const live = createLocalSession(VALUES);
    await stage(live, <GlancePage />);
    report(live);
    const goals = await block("What they want, and who serves it");
    expect(goals.getByText(/0 of 1 goal\./)).toBeTruthy();
    const goal = goals.getByRole("listitem");
    expect(goal.textContent).toBe("Spare parts in 24 hoursnobody serves it · importance 4");
    const together = await block("Do we pull together?");
    expect(together.getByText(/actions in Region Europe and Region Asia do not line up/)).toBeTruthy();
    expect(together.getByText(/No department shares an action.*Sales Europe and Sales Asia/)).toBeTruthy();
  });

  it("leads to the record", async () => {
    const live = createLocalSession(VALUES);
    const { user, address } = await stage(live, <GlancePage />);
    report(live);
    await user.click(await screen.findByRole("link", { name: "Spare parts in 24 hours" }));
    await waitFor(() => expect(address()).toMatch(/\/strategy_map$/));
  });

  it("keeps the last figures without a connection, and says so", async () => {
    const live = createLocalSession(VALUES);
    await stage(live, <GlancePage />);
    report(live);
    act(() => live.connection.set({ status: "offline", since: new Date(), unsavedEdits: 0 }));
    expect(screen.getByText(/As of the last connection/)).toBeTruthy();
    expect(screen.getByText(/0 of 1 goal\./)).toBeTruthy();
    expect(
      (await block("Where we lead and lag")).getByText(/comes when the connection is back/),
    ).toBeTruthy();
  });
});

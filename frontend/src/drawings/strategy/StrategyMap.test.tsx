import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { createLocalSession, type LiveSession, type PlanValues, useRows } from "../../collab";
import { ReaderProvider, useSection } from "../../form";
import { stage } from "../../workspace/testing/Scene";
import StrategyMap from "./StrategyMap";

const CUT = "goal-of-the-tests-001";
const LATE = "late-of-the-tests-001";

const VALUES: PlanValues = {
  stakeholders: [{ id: "chief-of-the-tests-01", name: "Dana Whitfield" }],
  strategy_nodes: [
    {
      ...{ id: CUT, title: "Cut waiting times", kind: "goal", perspective: "customer", importance: 5 },
      ...{ evidence: "confirmed", cares: ["chief-of-the-tests-01"] },
    },
    { id: LATE, title: "Letters are late", kind: "challenge", perspective: "process" },
  ],
  strategy_links: [{ from_node: LATE, to_node: CUT, kind: "hinders" }],
  objectives: [{ id: "objective-of-tests-01", title: "Queues below 20 minutes", goals: [CUT] }],
  actions: [{ title: "Install the kiosks", objective: "objective-of-tests-01", due: "2027-03-01" }],
};

function Shown({ canEdit = true }: { canEdit?: boolean }) {
  const section = useSection("strategy_nodes");
  const rows = useRows("strategy_nodes");
  return (
    <ReaderProvider>
      <StrategyMap {...{ section, rows, canEdit }} label="Goals" all={rows} onOpen={() => {}} />
    </ReaderProvider>
  );
}

function nodes(session: LiveSession) {
  return session.rows.rows("strategy_nodes").map(({ values }) => values);
}

describe("the strategy map", () => {
  let session: LiveSession;

  beforeEach(() => {
    session = createLocalSession(VALUES);
  });

  it("says of each node what it is, how much it matters, who cares and what it acts on", async () => {
    await stage(session, <Shown />);
    await screen.findByRole("group", {
      name: "Customer goal: Cut waiting times, importance 5, confirmed, matters to Dana Whitfield",
    });
    screen.getByRole("group", { name: "Challenge: Letters are late, hinders Cut waiting times" });
  });

  it("places nodes without writing anything", async () => {
    await stage(session, <Shown />);
    await screen.findByRole("group", { name: /: Cut waiting times/ });
    expect(nodes(session).every(({ x, y }) => x === null && y === null)).toBe(true);
  });

  it("is tidied as one step that can be undone", async () => {
    const { user } = await stage(session, <Shown />);
    await user.click(await screen.findByRole("button", { name: "Tidy up" }));
    expect(nodes(session).every(({ x, y }) => typeof x === "number" && typeof y === "number")).toBe(true);
    session.edits.undo();
    expect(nodes(session).every(({ x, y }) => x === null && y === null)).toBe(true);
  });

  it("adds a node by its kind and takes back one that was never named", async () => {
    const { user } = await stage(session, <Shown />);
    await user.click(await screen.findByRole("button", { name: "Initiative" }));
    const title = await screen.findByRole("textbox", { name: "Title" });
    expect(nodes(session)).toHaveLength(3);
    fireEvent.keyDown(title, { key: "Escape" });
    await waitFor(() => expect(nodes(session)).toHaveLength(2));
  });

  it("shows what we do about the goal that is chosen", async () => {
    await stage(session, <Shown />);
    const goal = await screen.findByRole("group", { name: /: Cut waiting times/ });
    goal.focus();
    fireEvent.keyDown(goal, { key: " " });
    const serving = await screen.findByRole("complementary", {
      name: "What we do about “Cut waiting times”",
    });
    within(serving).getByRole("link", { name: "Queues below 20 minutes" });
    within(serving).getByRole("link", { name: "Install the kiosks" });
    expect(within(serving).getAllByText("Nobody owns it")).toHaveLength(2);
    fireEvent.keyDown(within(serving).getByRole("link", { name: "Install the kiosks" }), { key: "Escape" });
    expect(screen.queryByRole("complementary", { name: /Cut waiting times/ })).toBeNull();
  });

  it("is only read by whoever may not edit", async () => {
    session = createLocalSession(VALUES, { role: "viewer" });
    await stage(session, <Shown canEdit={false} />);
    const goal = await screen.findByRole("group", { name: /: Cut waiting times/ });
    expect(screen.queryByRole("button", { name: "Tidy up" })).toBeNull();
    fireEvent.keyDown(goal, { key: "Delete" });
    expect(nodes(session)).toHaveLength(2);
  });
});

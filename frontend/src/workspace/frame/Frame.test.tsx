import { act, screen, waitFor, within } from "@testing-library/react";
import { beforeAll, describe, expect, it } from "vitest";
import { createLocalSession, type LiveSession } from "../../collab";
import { PLAN, stage } from "../testing/Scene";
import { Seat } from "../Workspace";

const action = "action-000000000000001";
const member = "member-000000000000001";
const removed = {
  key: "participant-mei-00001",
  name: "Mei",
  department: "Service",
  at: "2027-02-03T10:00:00Z",
};

function plan(role: "facilitator" | "participant" | "viewer" = "facilitator"): LiveSession {
  return createLocalSession(
    { actions: [{ id: action, title: "Renew the licence" }] },
    { role, planId: PLAN.id },
  );
}

function open(live: LiveSession, toolKey: string | undefined, about = PLAN) {
  return stage(live, <Seat planId={PLAN.id} toolKey={toolKey} />, { about, isBare: true });
}

// A page's code is a chunk of its own; loading it is not what these tests wait for.
beforeAll(() => Promise.all([import("../../tools/ToolPage"), import("../glance/GlancePage")]), 60_000);

const tools = () => screen.getByRole("navigation", { name: "Tools of the plan" });

describe("the frame", () => {
  it("shows whose plan it is, that it is saved, and the tools in their parts", async () => {
    await open(plan(), "bin");
    expect(await screen.findByText("Northlake Hospitals")).toBeTruthy();
    expect(screen.getByText("· Plan 2027–2029")).toBeTruthy();
    expect(screen.getByText("Saved")).toBeTruthy();
    expect(within(tools()).getByRole("heading", { name: "Information" })).toBeTruthy();
    expect(within(tools()).getByRole("link", { name: /Stakeholders.*0 % filled in/ })).toBeTruthy();
    expect(within(tools()).queryByRole("link", { name: /Comments/ })).toBeNull();
  });

  it("begins at a glance once the plan holds what a director would look at", async () => {
    await open(plan(), undefined);
    expect((await screen.findByRole("link", { current: "page" })).textContent).toBe("At a glance");
    expect(await screen.findByRole("region", { name: "What we do" })).toBeTruthy();
    expect(document.title).toBe("At a glance · Northlake Hospitals · Tavolo");
  });

  it("begins with the first tool while the plan is empty, and stays there when the first record comes", async () => {
    const live = createLocalSession(
      { team_members: [{ id: member, name: "Ana", removed }] },
      { planId: PLAN.id },
    );
    await open(live, undefined);
    expect((await screen.findByRole("link", { current: "page" })).textContent).toMatch(/^Customer profile/);
    expect(document.title).toBe("Customer profile · Northlake Hospitals · Tavolo");
    act(() => void live.edits.add("actions", { title: "Renew the licence" }));
    expect(screen.getByRole("link", { current: "page" }).textContent).toMatch(/^Customer profile/);
  });

  it("shows the tool in the middle, and the record that the address leads to", async () => {
    const path = `/plans/${PLAN.id}/actions#actions/${action}`;
    await stage(plan(), <Seat planId={PLAN.id} toolKey="actions" />, { isBare: true, path });
    const record = await screen.findByRole("dialog", {}, { timeout: 10_000 });
    expect(record.textContent).toContain("Renew the licence");
  }, 15_000);

  it("lets arrow keys walk through the tools, round the ends", async () => {
    const { user } = await open(plan(), "bin");
    const bin = await screen.findByRole("link", { name: /^Bin/ });
    act(() => bin.focus());
    await user.keyboard("{ArrowDown}");
    expect(document.activeElement?.textContent).toContain("At a glance");
    await user.keyboard("{ArrowUp}");
    expect(document.activeElement).toBe(bin);
    await user.keyboard("{Home}");
    expect(document.activeElement?.textContent).toContain("At a glance");
  });

  it("opens sharing and export for those who may, and not for others", async () => {
    await open(plan(), "bin");
    expect(await screen.findByRole("button", { name: "Share" })).toBeTruthy();
    expect(screen.getByRole("button", { name: "Export PDF" })).toBeTruthy();
  });

  it("offers a participant neither sharing nor export", async () => {
    await open(plan("participant"), "bin", { ...PLAN, can: ["read", "edit", "comment"] });
    expect(await screen.findByText("Northlake Hospitals")).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Share" })).toBeNull();
    expect(screen.queryByRole("button", { name: "Export PDF" })).toBeNull();
  });

  it("says so when the address names no tool of the plan", async () => {
    const { user, address } = await open(plan(), "crystal_ball");
    await user.click(await screen.findByRole("button", { name: "To the first tool" }));
    await waitFor(() => expect(address()).toBe(`/plans/${PLAN.id}/customer_profile`));
  });

  it("says how many people are here", async () => {
    await open(plan(), "bin");
    expect(await screen.findByRole("button", { name: "1 person here" })).toBeTruthy();
  });
});

describe("before and without the plan", () => {
  it("shows the shape of the page while the plan is on the way", async () => {
    const live = plan();
    live.seat(null, false);
    await open(live, "bin");
    expect(document.querySelector("[aria-busy=true]")).toBeTruthy();
    expect(screen.queryByText("Saved")).toBeNull();
  });

  it("says how it is when there is neither a connection nor a copy on this device", async () => {
    const live = plan();
    live.seat(null, false);
    live.connection.set({ status: "offline", since: new Date(), unsavedEdits: 0 });
    await open(live, "bin");
    expect(screen.getByText(/not kept on this device/)).toBeTruthy();
  });

  it("gives way to the reason when the server refuses", async () => {
    const live = plan();
    await open(live, "bin");
    act(() => live.connection.set({ status: "refused", code: "removed", message: "" }));
    expect(screen.getByRole("heading", { name: "You are no longer in this plan" })).toBeTruthy();
  });

  it("opens from the copy on this device when the server cannot be reached", async () => {
    const live = plan();
    live.connection.set({ status: "offline", since: new Date(), unsavedEdits: 2 });
    await stage(live, <Seat planId={PLAN.id} toolKey="bin" />, {
      isBare: true,
      answers: {
        [`GET /plans/${PLAN.id}`]: () => {
          throw new TypeError("No network.");
        },
      },
    });
    expect(await screen.findByText("The bin is empty")).toBeTruthy();
    expect(screen.getByText(/2 edits are waiting/)).toBeTruthy();
  });
});

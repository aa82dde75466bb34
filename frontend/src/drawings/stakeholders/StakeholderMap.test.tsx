import { act, screen, waitFor } from "@testing-library/react";
import { describe, expect, test, vi } from "vitest";
import { createLocalSession, type PlanValues, useRows } from "../../collab";
import { useSection } from "../../form";
import { held } from "../../form/testing/renderInPlan";
import type { FakeAnswers } from "../../workspace/testing/fakeServer";
import { PLAN, stage } from "../../workspace/testing/Scene";
import StakeholderMap from "./StakeholderMap";

const ANA = "member-ana";
const PEOPLE: PlanValues = {
  team_members: [{ id: ANA, name: "Ana R.", department: "Sales" }],
  stakeholders: [
    { id: "evp", name: "Executive vice president", power: 5, stance: 0 },
    { id: "cio", name: "Chief information officer", reports_to: "evp", stance: 1 },
    { id: "firm", name: "Partner, advisory firm", side: "adviser", stance: 2, key_contact: ANA },
    { id: "dpo", name: "Data protection officer" },
  ],
  coverage: [{ id: "contact", member: ANA, stakeholder: "firm", quality: 4 }],
  influence_lines: [
    {
      id: "line",
      from_whom: "firm",
      to_whom: "evp",
      kind: "influences",
      strength: 3,
      basis: "Wrote her strategy",
    },
  ],
};

const WAY = {
  chance: 0.675,
  words: "Ana R. → Partner, advisory firm → Executive vice president",
  steps: [
    { section: "team_members", id: ANA, name: "Ana R.", by: null, line: null, chance: 1 },
    {
      section: "stakeholders",
      id: "firm",
      name: "Partner, advisory firm",
      by: "coverage",
      line: "coverage/contact",
      chance: 0.9,
    },
    {
      section: "stakeholders",
      id: "evp",
      name: "Executive vice president",
      by: "influence",
      line: "influence_lines/line",
      chance: 0.75,
    },
  ],
};

const onOpen = vi.fn();

function MapOfPlan() {
  const rows = useRows("stakeholders");
  const section = useSection("stakeholders");
  return (
    <StakeholderMap section={section} label="Stakeholders" rows={rows} all={rows} canEdit onOpen={onOpen} />
  );
}

async function show(values: PlanValues = PEOPLE, answers: FakeAnswers = {}) {
  // There is no layout in tests; the canvas must still believe in its room.
  vi.spyOn(HTMLElement.prototype, "offsetWidth", "get").mockReturnValue(1200);
  vi.spyOn(HTMLElement.prototype, "offsetHeight", "get").mockReturnValue(700);
  const session = createLocalSession(values, { planId: PLAN.id });
  const scene = await stage(session, <MapOfPlan />, { answers });
  await screen.findByRole("list", { name: "Signs" });
  return { ...scene, session };
}

function card(name: string): HTMLElement {
  return screen.getByRole("group", { name: new RegExp(`^${name}`, "u") });
}

describe("the map of stakeholders", () => {
  test("says of everybody how they feel, whom they report to and who of ours covers them", async () => {
    await show();
    expect(card("Chief information officer").getAttribute("aria-label")).toContain(
      "Reports to Executive vice president",
    );
    expect(card("Partner, advisory firm").getAttribute("aria-label")).toContain(
      "Covered by Ana R.: Very well, key contact",
    );
    expect(card("Data protection officer").getAttribute("aria-label")).toContain("Covered by nobody");
  });

  test("names advisers and those without a boss as what they are", async () => {
    await show();
    expect(screen.getByText("Advisers and partners")).toBeTruthy();
    expect(screen.getByText("Boss not known")).toBeTruthy();
  });

  test("walks the tree with the arrow keys and opens somebody with Enter", async () => {
    const { user } = await show();
    act(() => card("Executive vice president").focus());
    await user.keyboard("{ArrowDown}");
    await waitFor(() => expect(document.activeElement).toBe(card("Chief information officer")));
    await user.keyboard("{Enter}");
    expect(onOpen).toHaveBeenCalledWith("cio");
  });

  test("adds somebody who reports to whom has the focus, and is named at once", async () => {
    const { user, session } = await show();
    act(() => card("Chief information officer").focus());
    await user.keyboard("n");
    await user.type(await screen.findByRole("textbox", { name: "Name" }), "Head of cloud{Enter}");
    const added = session.rows.rows("stakeholders").find(({ values }) => values.name === "Head of cloud");
    expect(added?.values.reports_to).toBe("cio");
  });

  test("folds a branch away for this person, and says how many are in it", async () => {
    const { user } = await show();
    await user.click(screen.getByRole("button", { name: /^Fold away 1 person below Executive/u }));
    expect(screen.queryByRole("group", { name: /^Chief information officer/u })).toBeNull();
    await user.click(screen.getByRole("button", { name: /^Show 1 person below Executive/u }));
    expect(card("Chief information officer")).toBeTruthy();
  });

  test("names those who report to each other in a round", async () => {
    const people = [
      { id: "a", name: "Ines", reports_to: "b" },
      { id: "b", name: "Jan", reports_to: "a" },
    ];
    await show({ stakeholders: people });
    expect(screen.getByText(/Ines → Jan → Ines/u)).toBeTruthy();
    expect([card("Ines"), card("Jan")]).toHaveLength(2);
  });

  test("removes and brings back somebody with one step of undo", async () => {
    const { user, session } = await show();
    act(() => card("Data protection officer").focus());
    await user.keyboard("{Delete}");
    expect(screen.queryByRole("group", { name: /^Data protection/u })).toBeNull();
    act(() => session.edits.undo());
    expect(held(session, "stakeholders", "dpo", "name")).toBe("Data protection officer");
    expect(card("Data protection officer")).toBeTruthy();
  });
});

describe("who can win somebody", () => {
  const asked = `GET /plans/${PLAN.id}/ways/evp`;

  test("is answered by the ways with their reasons in words", async () => {
    const { user } = await show(PEOPLE, { [asked]: { stakeholder: "evp", ways: [WAY] } });
    act(() => card("Executive vice president").focus());
    await user.keyboard("w");
    expect(await screen.findByText(WAY.words)).toBeTruthy();
    expect(screen.getByText("Ana R. is in touch with Partner, advisory firm, very well.")).toBeTruthy();
    expect(
      screen.getByText(
        "Partner, advisory firm influences Executive vice president (strong): Wrote her strategy",
      ),
    ).toBeTruthy();
    expect(screen.getByText("68%")).toBeTruthy();
  });

  test.each(["on the card", "in the answer"])("is put away with Escape pressed %s", async (where) => {
    const { user } = await show(PEOPLE, { [asked]: { stakeholder: "evp", ways: [WAY] } });
    act(() => card("Executive vice president").focus());
    await user.keyboard("w");
    await screen.findByText(WAY.words);
    if (where === "in the answer") act(() => screen.getByRole("button", { name: "Close" }).focus());
    await user.keyboard("{Escape}");
    expect(screen.queryByText(WAY.words)).toBeNull();
    await waitFor(() => expect(document.activeElement).toBe(card("Executive vice president")));
  });

  test("is nobody where there is no way; the page says what would open one", async () => {
    const { user } = await show(PEOPLE, { [asked]: { stakeholder: "evp", ways: [] } });
    act(() => card("Executive vice president").focus());
    await user.keyboard("w");
    expect(await screen.findByText("Nobody of ours reaches Executive vice president.")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Say who influences them…" }));
    expect(screen.getByRole("dialog", { name: "Who influences Executive vice president?" })).toBeTruthy();
  });
});

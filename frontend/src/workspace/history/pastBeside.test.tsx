import { act, screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { LiveSession } from "../../collab";
import { PlaceFootContext, PlaceSlot, PlaceSlotContext, RecordForm } from "../../form";
import { PLAN, stage } from "../testing/Scene";
import { BeneathField, BesideRecord } from "./beside";
import { HistoryButton } from "./HistoryButton";
import HistoryPanel from "./HistoryPanel";
import { aPastOf, aPlan, BEN, MEI, renew, thisYear } from "./testing/pastPlan";

const AUTHORS = `GET /plans/${PLAN.id}/authorship`;
const AT = thisYear("03-03T14:05:00.000Z");
const WRITTEN = {
  fields: { title: { ...MEI, at: AT }, due: { ...BEN, at: AT } },
  created: { ...MEI, at: AT },
};

function Stage() {
  return (
    <PlaceSlotContext value={(target) => <BesideRecord target={target} />}>
      <PlaceFootContext value={(target) => <BeneathField target={target} />}>
        <HistoryButton />
        <PlaceSlot target={{ section: "actions", id: renew, field: null }} />
        <RecordForm section="actions" id={renew} />
        <HistoryPanel />
      </PlaceFootContext>
    </PlaceSlotContext>
  );
}

const show = (live: LiveSession, answers: Record<string, unknown> = {}) =>
  stage(live, <Stage />, { answers: { ...aPastOf().answers, [AUTHORS]: WRITTEN, ...answers } });

const fieldOf = (field: string) => document.querySelector(`[data-target="actions/${renew}/${field}"]`);
const ask = () => screen.findByRole("button", { name: "Who wrote this" });

describe("who wrote a record", () => {
  it("is said when it is asked for, once for what came with it, and beneath each field that was written later", async () => {
    const { user } = await show(aPlan());
    expect(fieldOf("due")?.textContent).not.toContain("Ben Okafor");
    await user.click(await ask());
    await waitFor(() => expect(fieldOf("due")?.textContent).toMatch(/Ben Okafor, Finance · March 3, /));
    expect(fieldOf("title")?.textContent).not.toContain("Mei Lin");
    expect(screen.getByText(/^Added by Mei Lin, Service · March 3, /)).toBeTruthy();
    await user.click(await ask());
    expect(fieldOf("due")?.textContent).not.toContain("Ben Okafor");
  });

  it("is asked once for all of its fields, and again when the record has changed", async () => {
    let asked = 0;
    const count = () => {
      asked += 1;
      return WRITTEN;
    };
    const live = aPlan();
    const { user } = await show(live, { [AUTHORS]: count });
    await user.click(await ask());
    await waitFor(() => expect(fieldOf("due")?.textContent).toContain("Ben Okafor"));
    expect(asked).toBe(1);
    act(() => live.edits.set("actions", renew, "status", "doing"));
    await waitFor(() => expect(asked).toBe(2));
  });

  it("needs a connection, and says so", async () => {
    const live = aPlan();
    live.connection.set({ status: "offline", since: new Date(), unsavedEdits: 0 });
    const { user } = await show(live);
    await user.click(await ask());
    expect(await screen.findByText(/it needs a connection/)).toBeTruthy();
  });
});

describe("a record while versions are compared", () => {
  it("says which of its fields changed, from what to what, until one stops comparing", async () => {
    const { user } = await show(aPlan());
    await user.click(screen.getByRole("button", { name: "History" }));
    await user.click(await screen.findByRole("button", { name: /^Before the board/ }));
    await waitFor(() => expect(fieldOf("due")?.textContent).toMatch(/May 3, 2027 → Apr 20, 2027/));
    expect(fieldOf("owner")?.textContent).toMatch(/nothing → Ana RossiBen Okafor, Finance/);
    expect(fieldOf("title")?.textContent).not.toContain("→");
    expect(screen.getByText(/^2 fields have changed since “Before the board”/)).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Stop comparing", hidden: true }));
    expect(fieldOf("due")?.textContent).not.toContain("→");
  });
});

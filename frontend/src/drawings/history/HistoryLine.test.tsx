import { act, screen, within } from "@testing-library/react";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { PlanValues } from "../../collab";
import { renderInPlan } from "../../form/testing/renderInPlan";
import ToolPage from "../../tools/ToolPage";

// Whole pages are drawn, on machines that do other things too.
vi.setConfig({ testTimeout: 30_000 });
beforeAll(() => import("./HistoryLine"), 60_000);
beforeEach(() => localStorage.setItem("tavolo.way.history", JSON.stringify("years")));

const WON = "event-won-00000000001";
const PLAN: PlanValues = {
  history: [
    { id: WON, title: "Won the tender", happened_on: "2024-05-01", kind: "win", felt: 2 },
    { id: "event-signed-00000001", title: "First contract", happened_on: "2020-01-01", kind: "contract" },
    { id: "event-someday-0000001", title: "Some visit" },
  ],
  customer_voice: [{ id: "voice-1-0000000000001", quote: "Fine", said_on: "2024-06-01", nps: 9 }],
};

function show(values: PlanValues = PLAN) {
  return renderInPlan(<ToolPage toolKey="relationship" />, { values });
}

const events = async () =>
  within(await screen.findByRole("list", { name: /^Events in time/ })).getAllByRole("button");

describe("the history of a relationship", () => {
  test("stands in time, says what each event was and how it is remembered", async () => {
    show();
    expect((await events()).map((event) => event.textContent)).toEqual([
      "First contract, Contract, Jan 1, 2020, nobody has said how they remember it",
      "Won the tender, Win, May 1, 2024, Very good",
    ]);
    expect(screen.getByText("9 of 10, Jun 1, 2024")).toBeTruthy();
  });

  test("is walked with left and right, and a click opens the record", async () => {
    const { user } = show();
    const [first, second] = await events();
    act(() => first?.focus());
    await user.keyboard("{ArrowRight}");
    expect(document.activeElement).toBe(second);
    expect(second?.tabIndex).toBe(0);
    await user.keyboard("{Enter}");
    expect((await screen.findByRole("dialog")).textContent).toContain("Won the tender");
  });

  test("keeps what has no date beside it", async () => {
    show();
    await events();
    const undated = within(screen.getByRole("region", { name: "1 event has no date" }));
    expect(undated.getByRole("button", { name: "Some visit" })).toBeTruthy();
  });

  test("keeps every answer of one day apart from the others", async () => {
    const said = Array.from({ length: 5 }, (_, at) => ({
      quote: "Fine",
      said_on: "2024-06-01",
      nps: at + 4,
    }));
    show({ ...PLAN, customer_voice: said });
    await events();
    const answers = within(screen.getByRole("list", { name: /recommend/ })).getAllByRole("listitem");
    expect(new Set(answers.map(({ style }) => style.top)).size).toBe(5);
  });

  test("draws many events", async () => {
    const many = Array.from({ length: 99 }, (_, at) => ({
      title: `Event ${at}`,
      happened_on: `20${String(10 + (at % 15)).padStart(2, "0")}-03-01`,
      felt: (at % 5) - 2,
    }));
    show({ history: many });
    expect(await events()).toHaveLength(99);
  });
});

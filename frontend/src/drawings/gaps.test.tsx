import { screen, waitFor } from "@testing-library/react";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { GAPS, LONG } from "./testing/gaps";
import { drawn, show, showGlance, VIEWS } from "./testing/views";

// Whole pages are drawn, on machines that do other things too.
vi.setConfig({ testTimeout: 60_000 });

/** What React and the libraries complain of. */
let complaints: string[] = [];

beforeEach(() => {
  localStorage.clear();
  complaints = [];
  vi.spyOn(console, "error").mockImplementation((...said) => complaints.push(said.join(" ")));
  vi.spyOn(console, "warn").mockImplementation((...said) => complaints.push(said.join(" ")));
});

/** How much each view draws of a plan with gaps, and what it says of them. */
const DRAWN: Readonly<Record<string, { items: number; says: readonly (string | RegExp)[] }>> = {
  "strategy map": { items: 3, says: [LONG, "Lost", "No perspective yet"] },
  "stakeholder map": {
    items: 6,
    says: [/Ines → Jan → Ines/u, /Own boss reports to themselves/u, "Boss not known", LONG],
  },
  "power and interest": { items: 6, says: [/Not placed yet/u] },
  "division map": { items: 6, says: [/North → South → North/u, /Own part is part of itself/u, LONG] },
  "white space": { items: 0, says: [LONG] },
  "heat map": { items: 1, says: [LONG] },
  board: { items: 7, says: ["No status yet", LONG] },
  timeline: { items: 5, says: ["Due before its start", LONG] },
  mine: { items: 2, says: ["Turned round", LONG] },
  horizons: { items: 3, says: ["No horizon yet", "No action yet", "Reached", LONG] },
  RACI: { items: 2, says: [LONG, "nobody answers"] },
  KPIs: { items: 2, says: [LONG, "No value yet"] },
  history: { items: 3, says: ["1 event has no date", LONG] },
  "risk matrix": { items: 3, says: [/Not rated/u, LONG] },
};

/** Numbers and words that only a program says. */
const NONSENSE = /NaN|undefined|\[object|Invalid Date|Infinity/u;

describe.each(Object.entries(VIEWS))("the %s of a plan with gaps", (name, view) => {
  const { items = Number.NaN, says = [] } = DRAWN[name] ?? {};

  test("draws all that can be drawn, says what is missing, and no nonsense", async () => {
    await show(view, GAPS);
    await waitFor(() => expect(drawn(view)).toHaveLength(items));
    for (const words of says) expect(screen.queryAllByText(words), String(words)).not.toEqual([]);
    expect(document.body.innerHTML).not.toMatch(NONSENSE);
    expect(complaints).toEqual([]);
  });
});

test("the plan at a glance speaks of a plan with gaps without nonsense", async () => {
  await showGlance(GAPS);
  const actions = await screen.findByRole("region", { name: "What we do" });
  expect(actions.textContent).toContain("7 actions");
  expect(document.body.innerHTML).not.toMatch(NONSENSE);
  expect(complaints).toEqual([]);
});

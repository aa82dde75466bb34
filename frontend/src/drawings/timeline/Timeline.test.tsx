import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, screen } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";
import { type PlanValues, useRows, type Value } from "../../collab";
import { ReaderProvider, useSection } from "../../form";
import { held, renderInPlan } from "../../form/testing/renderInPlan";
import Timeline from "./Timeline";

const onOpen = vi.fn();
const queries = new QueryClient();

beforeEach(() => {
  localStorage.clear();
  onOpen.mockReset();
  queries.setQueryData(["plans", "plan-of-the-tests"], { starts_on: "2027-01-01", ends_on: "2027-12-31" });
});

function TimelineOfPlan({ canEdit }: { canEdit: boolean }) {
  const rows = useRows("actions");
  return (
    <Timeline
      section={useSection("actions")}
      label="Actions"
      rows={rows}
      all={rows}
      canEdit={canEdit}
      onOpen={onOpen}
    />
  );
}

function show(actions: Record<string, Value>[], canEdit = true, more: PlanValues = {}) {
  const shown = (
    <QueryClientProvider client={queries}>
      <ReaderProvider>
        <TimelineOfPlan canEdit={canEdit} />
      </ReaderProvider>
    </QueryClientProvider>
  );
  return renderInPlan(shown, { values: { actions, ...more } });
}

const CHAIN: Record<string, Value>[] = [
  { id: "a", title: "Agree", start: "2027-01-04", due: "2027-01-29" },
  { id: "b", title: "Build", start: "2027-02-01", due: "2027-02-26", depends_on: ["a"] },
  { id: "c", title: "Check", start: "2027-03-01", due: "2027-03-05", depends_on: ["b"] },
];

function bar(title: string) {
  return screen.getByRole("button", { name: new RegExp(`^${title}, `, "u") });
}

function datesOf(session: ReturnType<typeof show>["session"], id: string) {
  return [held(session, "actions", id, "start"), held(session, "actions", id, "due")];
}

test("Alt with arrows moves a bar by a day or a week, with Shift as well it stretches the end", async () => {
  const { session, user } = show(CHAIN.slice(2));
  bar("Check").focus();
  await user.keyboard("{Alt>}{ArrowRight}{ArrowDown}{/Alt}");
  expect(datesOf(session, "c")).toEqual(["2027-03-09", "2027-03-13"]);
  await user.keyboard("{Alt>}{Shift>}{ArrowLeft}{/Shift}{/Alt}");
  expect(datesOf(session, "c")).toEqual(["2027-03-09", "2027-03-12"]);
});

test("a move is one step of undo, though it writes two dates", async () => {
  const { session, user } = show(CHAIN.slice(2));
  bar("Check").focus();
  await user.keyboard("{Alt>}{ArrowRight}{/Alt}");
  act(() => session.edits.undo());
  expect(datesOf(session, "c")).toEqual(["2027-03-01", "2027-03-05"]);
  expect(session.undoState.get().canUndo).toBe(false);
});

test("who waits is offered to follow, follows in one step, and the notice says how many did", async () => {
  const { session, user } = show(CHAIN);
  bar("Agree").focus();
  await user.keyboard("{Alt>}{ArrowDown}{ArrowDown}{/Alt}");
  expect(screen.getByRole("status").textContent).toContain("2 actions that wait for “Agree”");
  await user.click(screen.getByRole("button", { name: "Move them too" }));
  expect(datesOf(session, "b")).toEqual(["2027-02-13", "2027-03-10"]);
  expect(datesOf(session, "c")).toEqual(["2027-03-11", "2027-03-15"]);
  expect(screen.getByRole("status").textContent).toContain("2 actions moved with it.");
  act(() => session.edits.undo());
  expect(datesOf(session, "b")).toEqual(["2027-02-01", "2027-02-26"]);
  expect(datesOf(session, "c")).toEqual(["2027-03-01", "2027-03-05"]);
  expect(datesOf(session, "a")).toEqual(["2027-01-18", "2027-02-12"]);
});

test("the offer goes when the move is undone", async () => {
  const { session, user } = show(CHAIN);
  bar("Agree").focus();
  await user.keyboard("{Alt>}{ArrowDown}{/Alt}");
  act(() => session.edits.undo());
  expect(screen.getByRole("status").textContent).toBe("");
});

test("arrows lead up and down, and along what waits for what; Enter opens", async () => {
  const { user } = show(CHAIN);
  bar("Agree").focus();
  await user.keyboard("{ArrowRight}{ArrowDown}{ArrowLeft}{Enter}");
  expect(onOpen).toHaveBeenLastCalledWith("b", undefined);
});

test("W, a walk and Enter make a dependency, and the same again takes it away", async () => {
  const { session, user } = show(CHAIN);
  bar("Agree").focus();
  await user.keyboard("w{ArrowDown}{ArrowDown}{Enter}");
  expect(held(session, "actions", "c", "depends_on")).toEqual(["b", "a"]);
  expect(screen.getByRole("status").textContent).toBe("“Check” now waits for “Agree”.");
  bar("Agree").focus();
  await user.keyboard("w{ArrowDown}{ArrowDown}{Enter}");
  expect(held(session, "actions", "c", "depends_on")).toEqual(["b"]);
  expect(onOpen).not.toHaveBeenCalled();
});

test("an action without dates waits in the tray until it begins", async () => {
  const { session, user } = show([{ id: "n", title: "Name it", effort: 5 }]);
  expect(screen.queryByRole("button", { name: /^Name it, /u })).toBeNull();
  await user.click(screen.getByRole("button", { name: "Begin Name it today" }));
  const [start, due] = datesOf(session, "n");
  expect(Date.parse(String(due)) - Date.parse(String(start))).toBe(6 * 86_400_000);
  expect(bar("Name it")).toBeTruthy();
});

test("every gap in the dates is drawn and said", () => {
  show([
    { title: "Only due", due: "2027-03-01" },
    { title: "Only start", start: "2027-03-01" },
    { title: "Reversed", start: "2027-05-01", due: "2027-03-01" },
    { title: "Lost", due: "2027-03-01", objective: "gone", depends_on: ["gone-too"] },
  ]);
  expect(bar("Only due").getAttribute("aria-label")).toMatch(/due .*2027/u);
  expect(bar("Only start").getAttribute("aria-label")).toContain("no due date");
  expect(screen.getByText("Due before its start")).toBeTruthy();
  expect(bar("Lost").getAttribute("data-kind")).toBe("due");
});

test("a group closes and leaves its head", async () => {
  const { user } = show([{ title: "Agree", due: "2027-03-01", objective: "o" }], true, {
    objectives: [{ id: "o", title: "Grow" }],
  });
  const head = screen.getByRole("button", { name: /Grow/u });
  await user.click(head);
  expect(head.getAttribute("aria-expanded")).toBe("false");
  expect(screen.queryByRole("button", { name: /^Agree, /u })).toBeNull();
});

test("who may only read opens bars and moves none", async () => {
  const { session, user } = show(CHAIN, false);
  bar("Agree").focus();
  await user.keyboard("{Alt>}{ArrowRight}{/Alt}w{Enter}");
  expect(datesOf(session, "a")).toEqual(["2027-01-04", "2027-01-29"]);
  expect(onOpen).toHaveBeenLastCalledWith("a", undefined);
});

test("two hundred actions all have their bar", () => {
  const many = Array.from({ length: 200 }, (_, at) => ({
    title: `Action ${at}`,
    start: "2027-02-01",
    due: "2027-03-01",
  }));
  const { container } = show(many);
  // By attribute: reckoning hundreds of accessible names takes the test's document half a minute.
  expect(container.querySelectorAll("[data-bar]")).toHaveLength(200);
});

test("what holds up the end says so in a word, once the server has worked it out", () => {
  const { session } = show(CHAIN);
  expect(screen.queryByText("Critical")).toBeNull();
  const schedule = { critical_path: ["a", "b"], critical_days: 52, timings: [], circles: [] };
  act(() => session.report.take({ schedule }));
  expect(screen.getAllByText("Critical")).toHaveLength(2);
  expect(bar("Agree").getAttribute("aria-label")).toContain("Critical");
});

test("who is led to an action from elsewhere arrives at its bar", () => {
  show(CHAIN);
  expect(document.querySelector('[data-target="actions/b"]')).toBe(bar("Build"));
});

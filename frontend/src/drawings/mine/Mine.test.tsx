import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, screen } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";
import { type PlanValues, useRows, type Value } from "../../collab";
import { localToday, ReaderProvider, useSection } from "../../form";
import { held, renderInPlan } from "../../form/testing/renderInPlan";
import Mine from "./Mine";

const queries = new QueryClient();

beforeEach(() => localStorage.clear());

function MineOfPlan() {
  const rows = useRows("actions");
  return (
    <Mine section={useSection("actions")} label="Actions" rows={rows} all={rows} canEdit onOpen={vi.fn()} />
  );
}

function show(values: PlanValues) {
  const shown = (
    <QueryClientProvider client={queries}>
      <ReaderProvider>
        <MineOfPlan />
      </ReaderProvider>
    </QueryClientProvider>
  );
  return renderInPlan(shown, { values });
}

const TEAM = [
  { id: "ada", name: "Ada Rossi", department: "Sales" },
  { id: "mei", name: "Mei Lin", department: "Service" },
];
const ACTIONS: Record<string, Value>[] = [
  { id: "a", title: "Agree the price", owner: "ada", status: "doing", due: "2020-01-01" },
  { id: "b", title: "Deliver", owner: "mei", status: "to_do" },
];

test("my actions are those of the team member of my name", () => {
  show({ team_members: TEAM, actions: ACTIONS });
  expect(screen.getByRole("button", { name: "Agree the price" })).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Deliver" })).toBeNull();
  expect(screen.getByRole("heading", { name: "Overdue 1" })).toBeTruthy();
});

test("whom nobody knows says once who they are, and it is remembered", async () => {
  const values = { team_members: TEAM.slice(1), actions: ACTIONS };
  const first = show(values);
  await first.user.click(screen.getByRole("button", { name: "I am Mei Lin" }));
  expect(screen.getByRole("button", { name: "Deliver" })).toBeTruthy();
  first.unmount();
  show(values);
  expect(screen.getByRole("button", { name: "Deliver" })).toBeTruthy();
});

test("who is taken for somebody else says so and chooses", async () => {
  const { user } = show({ team_members: TEAM, actions: ACTIONS });
  await user.click(screen.getByRole("button", { name: "That is not me" }));
  await user.click(screen.getByRole("button", { name: "I am Mei Lin" }));
  expect(screen.getByRole("button", { name: "Deliver" })).toBeTruthy();
});

test("status and progress are written where they stand, and done says today in one step", async () => {
  const { session, user } = show({ team_members: TEAM, actions: ACTIONS });
  fireEvent.change(screen.getByRole("slider"), { target: { value: "45" } });
  expect(held(session, "actions", "a", "progress")).toBe(45);
  await user.selectOptions(screen.getByRole("combobox", { name: "Status" }), "Blocked");
  expect(screen.getByRole("textbox", { name: "Obstacle" })).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Agree the price is done" }));
  expect(held(session, "actions", "a", "done_on")).toBe(localToday(new Date()));
  session.edits.undo();
  expect(held(session, "actions", "a", "status")).toBe("blocked");
  expect(held(session, "actions", "a", "progress")).toBe(45);
});

test("a plan without a team, and somebody without actions, are told so", () => {
  const { unmount } = show({ actions: ACTIONS });
  expect(screen.getByRole("heading", { name: "Nobody is on the team yet" })).toBeTruthy();
  unmount();
  show({ team_members: TEAM, actions: ACTIONS.slice(1) });
  expect(screen.getByRole("heading", { name: "Nothing is waiting for you" })).toBeTruthy();
});

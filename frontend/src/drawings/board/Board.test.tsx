import { screen, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { type PlanValues, useRows, type Value } from "../../collab";
import { localToday, useSection } from "../../form";
import { held, renderInPlan } from "../../form/testing/renderInPlan";
import Board from "./Board";

const onOpen = vi.fn();

function BoardOfPlan({ canEdit = true }: { canEdit?: boolean }) {
  const rows = useRows("actions");
  return (
    <Board
      section={useSection("actions")}
      label="Actions"
      rows={rows}
      all={rows}
      canEdit={canEdit}
      onOpen={onOpen}
    />
  );
}

function show(values: PlanValues, canEdit = true) {
  return renderInPlan(<BoardOfPlan canEdit={canEdit} />, { values });
}

const TWO: { actions: Record<string, Value>[] } = {
  actions: [
    { id: "a", title: "Agree the price", status: "to_do", progress: 20 },
    { id: "b", title: "Deliver", status: "doing" },
  ],
};

function lane(name: string) {
  return screen.getByRole("region", { name: new RegExp(`^${name}`, "u") });
}

test("an action lies in the column of its status, and one without lies in a column of its own", () => {
  show({ actions: [...TWO.actions, { id: "c", title: "Unsorted" }] });
  expect(within(lane("To do")).getByRole("button", { name: "Agree the price" })).toBeTruthy();
  expect(within(lane("No status yet")).getByRole("button", { name: "Unsorted" })).toBeTruthy();
});

test("Alt with an arrow moves a card, which keeps the focus, and done brings the day with it", async () => {
  const { session, user } = show(TWO);
  screen.getByRole("button", { name: "Agree the price" }).focus();
  await user.keyboard("{Alt>}{ArrowRight}{ArrowRight}{ArrowRight}{/Alt}");
  expect(held(session, "actions", "a", "status")).toBe("done");
  expect(held(session, "actions", "a", "done_on")).toBe(localToday(new Date()));
  expect(held(session, "actions", "a", "progress")).toBe(100);
  expect(document.activeElement?.textContent).toBe("Agree the price");
  session.edits.undo();
  expect(held(session, "actions", "a", "status")).toBe("blocked");
  expect(held(session, "actions", "a", "progress")).toBe(20);
  expect(held(session, "actions", "a", "done_on")).toBeNull();
});

test("arrows lead from card to card and Enter opens the one that has the focus", async () => {
  const { user } = show(TWO);
  screen.getByRole("button", { name: "Agree the price" }).focus();
  await user.keyboard("{ArrowRight}{Enter}");
  expect(onOpen).toHaveBeenLastCalledWith("b");
});

test("a name typed at the end of a column becomes an action of that status", async () => {
  const { session, user } = show(TWO);
  await user.type(screen.getByRole("textbox", { name: "Add action to Done" }), "Sign{Enter}");
  const added = session.rows.rows("actions").at(-1);
  expect(added?.values).toMatchObject({ title: "Sign", status: "done", progress: 100 });
});

test("a card can be moved from its menu, without dragging", async () => {
  const { session, user } = show(TWO);
  await user.click(screen.getByRole("button", { name: "Move Deliver" }));
  await user.click(await screen.findByRole("menuitem", { name: "Blocked" }));
  expect(held(session, "actions", "b", "status")).toBe("blocked");
});

test("a blocked card says by what, and an overdue one says so in words", () => {
  show({ actions: [{ title: "Ship", status: "blocked", obstacle: "No crane", due: "2020-05-03" }] });
  expect(lane("Blocked").textContent).toContain("No crane");
  expect(lane("Blocked").textContent).toContain("Overdue since");
});

test("an owner who was removed still has a name on the card", () => {
  show({ actions: [{ title: "Ship", status: "doing", owner: "nobody-of-this-name-00" }] });
  expect(lane("Doing").textContent).not.toContain("No owner");
});

test("who may only read moves nothing", async () => {
  const { session, user } = show(TWO, false);
  expect(screen.queryByRole("textbox")).toBeNull();
  screen.getByRole("button", { name: "Agree the price" }).focus();
  await user.keyboard("{Shift>}{ArrowRight}{/Shift}");
  expect(held(session, "actions", "a", "status")).toBe("to_do");
});

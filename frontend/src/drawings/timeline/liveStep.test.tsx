import { renderHook } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { createLocalSession, PlanSessionContext, useEdits } from "../../collab";
import { useLiveStep } from "./liveStep";

afterEach(() => vi.useRealTimers());

test("a drag with a long rest in the middle is undone as one step, and the next edit is a step of its own", () => {
  vi.useFakeTimers({ now: 0 });
  const session = createLocalSession({ actions: [{ id: "a", start: "2027-01-01", due: "2027-01-31" }] });
  const { result } = renderHook(() => ({ live: useLiveStep(), edits: useEdits() }), {
    wrapper: ({ children }) => <PlanSessionContext value={session}>{children}</PlanSessionContext>,
  });
  const { live, edits } = result.current;
  const write = (start: string, due: string) =>
    live.write(() => {
      edits.set("actions", "a", "start", start);
      edits.set("actions", "a", "due", due);
    });
  const held = () => session.rows.row("actions", "a")?.values;
  live.begin();
  write("2027-01-02", "2027-02-01");
  vi.setSystemTime(60_000);
  write("2027-01-03", "2027-02-02");
  live.end();
  edits.set("actions", "a", "title", "Agree");
  edits.undo();
  expect(held()).toMatchObject({ title: null, start: "2027-01-03" });
  edits.undo();
  expect(held()).toMatchObject({ start: "2027-01-01", due: "2027-01-31" });
});

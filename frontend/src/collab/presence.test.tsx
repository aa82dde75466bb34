import { act, render } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { PlanSessionContext, useFocusTarget, useOthersAt, usePeople } from ".";
import type { LiveSession } from "./session";
import { FakeServer } from "./testing/fakeServer";
import { ADA, BEN, type Page, prepareTable, settle, sit } from "./testing/table";
import type { Target } from "./types";

const ACTION = "action-000000000000001";
const TITLE: Target = { section: "actions", id: ACTION, field: "title" };
const OTHER: Target = { section: "actions", id: "action-000000000000002", field: "title" };
const RECORD: Target = { section: "actions", id: ACTION, field: null };

let server: FakeServer;
const pages: Page[] = [];

beforeEach(() => {
  prepareTable();
  server = new FakeServer({ actions: [{ id: ACTION, title: "Visit the plant" }] });
});

afterEach(async () => {
  for (const page of pages.splice(0)) page.close();
  await settle();
  vi.useRealTimers();
});

async function open(you = ADA): Promise<LiveSession> {
  const page = await sit(server, you);
  pages.push(page);
  return page.session;
}

function focus(session: LiveSession, at: Target | null) {
  session.awareness.setLocalStateField("at", at);
}

function names(session: LiveSession) {
  return session.people.people().map((person) => person.name);
}

test("everybody at the plan is seen once, oneself first, however many windows they have open", async () => {
  const ada = await open(ADA);
  await open(BEN);
  await open(BEN);
  await settle(500);
  expect(names(ada)).toEqual(["Ada Rossi", "Ben Okafor"]);
  expect(ada.connection.get()).toEqual({ status: "online", people: 2 });
});

test("D6: names are those of the server's session, whatever a client says of itself", async () => {
  const [ada, ben] = [await open(ADA), await open(BEN)];
  ben.awareness.setLocalStateField("user", { participant: ADA.participant, name: "Ada Rossi" });
  await settle(500);
  expect(names(ada)).toEqual(["Ada Rossi", "Ben Okafor"]);
});

test("where others are is known by field, by record and by section", async () => {
  const [ada, ben] = [await open(ADA), await open(BEN)];
  focus(ben, TITLE);
  await settle(500);
  const section = { section: "actions", id: null, field: null };
  for (const target of [TITLE, RECORD, section]) {
    expect(ada.people.othersAt(target).map((person) => person.name)).toEqual(["Ben Okafor"]);
  }
  expect(ada.people.othersAt(OTHER)).toEqual([]);
  expect(ben.people.othersAt(TITLE)).toEqual([]);
});

test("who leaves is gone, and who comes back is seen again", async () => {
  const [ada, ben] = [await open(ADA), await open(BEN)];
  focus(ben, TITLE);
  await settle(500);
  pages.pop()?.close();
  await settle(500);
  expect(names(ada)).toEqual(["Ada Rossi"]);
  await open(BEN);
  await settle(500);
  expect(names(ada)).toEqual(["Ada Rossi", "Ben Okafor"]);
});

test("who comes back sees others who have not moved meanwhile, and no longer who has left", async () => {
  const [ada, ben] = [await open(ADA), await open(BEN)];
  await open({ ...BEN, participant: "participant-eve-00001", name: "Eve" });
  focus(ben, TITLE);
  await settle(500);
  server.cutOff(ADA.participant);
  pages.pop()?.close();
  await settle(2_000);
  expect(names(ada)).toEqual(["Ada Rossi", "Ben Okafor"]);
  expect(ada.people.othersAt(TITLE)).toHaveLength(1);
});

test("after a broken line others are seen again, and see one again", async () => {
  const [ada, ben] = [await open(ADA), await open(BEN)];
  focus(ben, TITLE);
  await settle(500);
  server.cut();
  await settle(0);
  expect(names(ada)).toEqual(["Ada Rossi"]);
  await settle(2_000);
  expect(names(ada)).toEqual(["Ada Rossi", "Ben Okafor"]);
  expect(ada.people.othersAt(TITLE)).toHaveLength(1);
  expect(names(ben)).toEqual(["Ada Rossi", "Ben Okafor"].reverse());
});

test("moving about fast sends no more than ten messages a second", async () => {
  const ada = await open(ADA);
  await settle(1_000);
  server.presenceReceived.length = 0;
  for (let step = 0; step < 100; step += 1) {
    focus(ada, step % 2 === 0 ? TITLE : OTHER);
    await vi.advanceTimersByTimeAsync(10);
  }
  expect(server.presenceReceived.length).toBeLessThanOrEqual(11);
  expect(server.presenceReceived.length).toBeGreaterThan(5);
});

test("who stays still sends nothing, and is not forgotten", async () => {
  const [ada] = [await open(ADA), await open(BEN)];
  await settle(1_000);
  server.presenceReceived.length = 0;
  await settle(120_000);
  expect(server.presenceReceived).toEqual([]);
  expect(names(ada)).toEqual(["Ada Rossi", "Ben Okafor"]);
});

test("who looks at another window is still here, but in no field", async () => {
  const [ada, ben] = [await open(ADA), await open(BEN)];
  focus(ben, TITLE);
  await settle(500);
  vi.spyOn(document, "visibilityState", "get").mockReturnValue("hidden");
  document.dispatchEvent(new Event("visibilitychange"));
  await settle(500);
  expect(ada.people.othersAt(TITLE)).toEqual([]);
  expect(names(ada)).toEqual(["Ada Rossi", "Ben Okafor"]);
});

test("a field shows who is in it, and only that field renders again", async () => {
  const [ada, ben] = [await open(ADA), await open(BEN)];
  const rendered: string[] = [];
  const Field = ({ target }: { target: Target }) => {
    rendered.push(target.id ?? "");
    return <p>{useOthersAt(target).map((person) => person.name)}</p>;
  };
  const view = render(
    <PlanSessionContext value={ada}>
      <Field target={TITLE} />
      <Field target={OTHER} />
    </PlanSessionContext>,
  );
  rendered.length = 0;
  focus(ben, TITLE);
  await act(() => settle(500));
  expect(view.container.textContent).toBe("Ben Okafor");
  expect(rendered).toEqual([ACTION]);
});

test("focus is shown to others until it leaves the place, and moving on is not leaving", async () => {
  const ada = await open(ADA);
  let inputs: { onFocus(): void; onBlur(): void }[] = [];
  const Form = () => {
    inputs = [useFocusTarget(TITLE), useFocusTarget(OTHER)];
    return <p>{usePeople().length}</p>;
  };
  render(
    <PlanSessionContext value={ada}>
      <Form />
    </PlanSessionContext>,
  );
  act(() => inputs[0]?.onFocus());
  expect(ada.people.people()[0]?.at).toEqual(TITLE);
  act(() => {
    inputs[1]?.onFocus();
    inputs[0]?.onBlur();
  });
  expect(ada.people.people()[0]?.at).toEqual(OTHER);
  act(() => inputs[1]?.onBlur());
  expect(ada.people.people()[0]?.at).toBeNull();
});

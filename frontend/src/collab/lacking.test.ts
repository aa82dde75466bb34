import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { LiveSession } from "./session";
import { FakeServer } from "./testing/fakeServer";
import { ADA, type Page, prepareTable, settle, settleUntil, sit } from "./testing/table";

const ACTION = "action-000000000000001";

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

async function open(): Promise<LiveSession> {
  const page = await sit(server, ADA);
  pages.push(page);
  return page.session;
}

async function loseLine() {
  server.isReachable = false;
  server.cut();
  await settle();
}

/** Long notes in so many new records, as somebody writes on a long flight; returns their identifiers. */
function writeMuch(session: LiveSession, records: number): (string | null)[] {
  return Array.from({ length: records }, (_, at) => {
    const id = session.edits.add("stakeholders", { name: `Stakeholder ${at}` });
    session.edits.set("stakeholders", id, "wins", `${at} `.padEnd(5_000, "so many words "));
    return id;
  });
}

test("W4: more work than one message may hold is sent in several, and saved only when all of it is", async () => {
  const ada = await open();
  await loseLine();
  const ids = writeMuch(ada, 120);
  await settleUntil(() => ada.saveState.get().state === "offline");
  pages.pop()?.close();
  const again = await open();
  await settleUntil(() => again.view.get().ready);
  expect(again.connection.get()).toMatchObject({ unsavedEdits: 240 });

  const states: string[] = [];
  again.saveState.subscribe(() => states.push(again.saveState.get().state));
  server.holdJournal();
  server.isReachable = true;
  window.dispatchEvent(new Event("online"));
  await settle(5_000);
  expect(server.received).toHaveLength(2);
  server.releaseJournal();
  await settleUntil(() => again.saveState.get().state === "saved");
  const sizes = server.received.map(({ update }) => update.length);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeGreaterThan(server.limits.update_bytes);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(64 * 1_024);
  expect(new Set(states)).toEqual(new Set(["saving", "saved"]));
  expect(states.indexOf("saved")).toBe(states.length - 1);
  expect(again.rejections.get()).toEqual([]);
  for (const [at, id] of ids.entries()) {
    expect(server.document.field("stakeholders", id, "name")).toBe(`Stakeholder ${at}`);
  }
});

test("W9: when the line breaks in the middle of much work, the next one goes on where the server is", async () => {
  const ada = await open();
  await loseLine();
  writeMuch(ada, 60);
  server.isReachable = true;
  await settle(500);
  await loseLine();
  expect(ada.saveState.get().state).not.toBe("saved");
  const before = server.received.length;
  server.isReachable = true;
  await settle(60_000);
  expect(ada.saveState.get()).toEqual({ state: "saved" });
  expect(server.document.sectionMap("stakeholders")?.size).toBe(60);
  expect(before).toBeGreaterThan(2);
  expect(server.received.length - before).toBeLessThan(8);
});

test("what was deleted in a long life of the plan does not travel with every reconnection", async () => {
  const ada = await open();
  for (let round = 0; round < 300; round += 1) ada.edits.set("actions", ACTION, "title", `Round ${round}`);
  await settle(1_000);
  server.limits.update_bytes = 1_000;
  await loseLine();
  ada.edits.set("actions", ACTION, "title", "Visit both plants");
  server.isReachable = true;
  await settle(20_000);
  expect(ada.saveState.get()).toEqual({ state: "saved" });
  expect(server.received.at(-1)?.update.length).toBeLessThan(200);
});

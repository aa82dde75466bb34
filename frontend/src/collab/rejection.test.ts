import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { forgetLocalCopies } from "./localCopy";
import type { LiveSession } from "./session";
import { FakeServer, type Gate } from "./testing/fakeServer";
import { ADA, BEN, type Page, prepareTable, settle, sit } from "./testing/table";

const ACTION = "action-000000000000001";
const OTHER = "action-000000000000002";

const noSwearing: Gate = ({ field, value }) =>
  field === "title" && typeof value === "string" && value.includes("damn") ? "invalid" : null;

let server: FakeServer;
const pages: Page[] = [];

beforeEach(() => {
  prepareTable();
  server = new FakeServer({
    actions: [
      { id: ACTION, title: "Visit the plant" },
      { id: OTHER, title: "Renew" },
    ],
  });
  server.gate = noSwearing;
});

afterEach(async () => {
  for (const page of pages.splice(0)) page.close();
  await settle();
  vi.useRealTimers();
});

async function open(you = ADA, isKnown = true): Promise<LiveSession> {
  const page = await sit(server, you, isKnown);
  pages.push(page);
  return page.session;
}

/** Close the page and open the plan again, as a reload does. */
async function reopen(you = ADA, isKnown = true): Promise<LiveSession> {
  pages.pop()?.close();
  await settle();
  return open(you, isKnown);
}

function title(session: LiveSession, id = ACTION) {
  return session.rows.row("actions", id)?.values.title;
}

test("W6: a rejected edit leaves the page, and the person's words are kept for copying", async () => {
  const ada = await open();
  const before = { doc: ada.view.get().doc, client: ada.view.get().doc.clientID };
  ada.edits.set("actions", ACTION, "title", "damn plant");
  await settle();
  expect(title(ada)).toBe("Visit the plant");
  expect(ada.rejections.get()).toMatchObject([
    {
      code: "invalid",
      message: "Refused: invalid.",
      kept: [{ target: { section: "actions", id: ACTION, field: "title" }, value: "damn plant" }],
    },
  ]);
  expect(ada.view.get().doc).not.toBe(before.doc);
  expect(ada.view.get().doc.clientID).not.toBe(before.client);
  expect(ada.connection.get().status).toBe("online");
});

test("W6: the page says that something was not saved until the person puts the rejection away", async () => {
  const ada = await open();
  ada.edits.set("actions", ACTION, "title", "damn plant");
  await settle();
  expect(ada.saveState.get()).toMatchObject({ state: "not_saved", message: "Refused: invalid." });
  ada.rejections.set([]);
  expect(ada.saveState.get()).toEqual({ state: "saved" });
});

test("W6: after a rejection the person goes on editing, and others see it", async () => {
  const [ada, ben] = [await open(ADA), await open(BEN)];
  ada.edits.set("actions", ACTION, "title", "damn plant");
  await settle();
  ada.edits.set("actions", ACTION, "title", "Visit both plants");
  await settle();
  expect([title(ada), title(ben)]).toEqual(["Visit both plants", "Visit both plants"]);
});

test("W6: good edits that went down with a rejected one are kept with it, saved ones are not", async () => {
  const ada = await open();
  ada.edits.set("actions", OTHER, "title", "Renew early");
  await settle();
  server.holdJournal();
  ada.edits.set("actions", ACTION, "title", "damn plant");
  ada.edits.set("actions", OTHER, "priority", "high");
  await settle();
  expect(ada.rejections.get()[0]?.kept.map(({ value }) => value)).toEqual(["damn plant", "high"]);
  expect(title(ada, OTHER)).toBe("Renew early");
});

test("W6: rows that the rejection did not concern keep their identity", async () => {
  const ada = await open();
  const row = ada.rows.row("actions", OTHER);
  ada.edits.set("actions", ACTION, "title", "damn plant");
  await settle();
  expect(ada.rows.row("actions", OTHER)).toBe(row);
});

test("W6: the plan stays on the page until it has been opened again", async () => {
  const ada = await open();
  server.isReachable = false;
  ada.edits.set("actions", ACTION, "title", "damn plant");
  await settle();
  expect(title(ada, OTHER)).toBe("Renew");
  expect(ada.connection.get().status).toBe("offline");
  server.isReachable = true;
  await settle(20_000);
  expect(title(ada)).toBe("Visit the plant");
});

test("W6: what was rejected does not come back from the device's copy", async () => {
  const ada = await open();
  ada.edits.set("actions", ACTION, "title", "damn plant");
  await settle();
  pages.pop()?.close();
  await settle();
  server.isReachable = false;
  const again = await open();
  expect(title(again)).toBe("Visit the plant");
  expect(again.connection.get()).toMatchObject({ unsavedEdits: 0 });
});

test("a rejected record is kept with everything that was filled in", async () => {
  const ada = await open();
  const id = ada.edits.add("actions", { title: "damn call", priority: "high" });
  await settle();
  expect(ada.rows.row("actions", id ?? "")).toBeNull();
  expect(ada.rejections.get()[0]?.kept.map(({ value }) => value)).toEqual(["damn call", "high"]);
});

test("W6: what was not accepted is still there after a reload, until it is put away", async () => {
  const ada = await open();
  ada.edits.set("actions", ACTION, "title", "damn plant");
  await settle();
  const again = await reopen();
  expect(again.rejections.get()).toEqual(ada.rejections.get());
  expect(again.rejections.get()).toMatchObject([{ kept: [{ value: "damn plant" }] }]);
  expect(again.saveState.get()).toMatchObject({ state: "not_saved" });
  again.rejections.set([]);
  await settle();
  expect((await reopen()).rejections.get()).toEqual([]);
});

test("W6: a later rejection does not push out an earlier one that was kept over a reload", async () => {
  const ada = await open();
  ada.edits.set("actions", ACTION, "title", "damn plant");
  await settle();
  const again = await reopen();
  again.edits.set("actions", OTHER, "title", "damn renewal");
  await settle();
  const words = (await reopen()).rejections.get().flatMap(({ kept }) => kept.map(({ value }) => value));
  expect(words).toEqual(["damn plant", "damn renewal"]);
});

test("W6: what was not accepted is shown to the one who wrote it, and to nobody else at this device", async () => {
  const ada = await open();
  ada.edits.set("actions", ACTION, "title", "damn plant");
  await settle();
  expect((await reopen(BEN)).rejections.get()).toEqual([]);
  expect((await reopen(BEN, false)).rejections.get()).toEqual([]);
  expect((await reopen(ADA)).rejections.get()).toHaveLength(1);
});

test.each(["signed_out", "removed"])("after %s no words that were not accepted stay here", async (code) => {
  const ada = await open();
  ada.edits.set("actions", ACTION, "title", "damn plant");
  await settle();
  server.refuse(ADA.participant, { code, message: "" });
  await settle();
  expect((await reopen()).rejections.get()).toEqual([]);
});

test("whoever signs out takes the words that were not accepted with them", async () => {
  const ada = await open();
  ada.edits.set("actions", ACTION, "title", "damn plant");
  await settle();
  await forgetLocalCopies();
  expect((await reopen()).rejections.get()).toEqual([]);
});

test("a text that no field can hold is refused before it enters, and spoils nothing that waits", async () => {
  const ada = await open();
  server.isReachable = false;
  server.cut();
  await settle();
  const huge = "a".repeat(600_000);
  ada.edits.set("actions", OTHER, "title", "Renew early");
  ada.edits.set("actions", ACTION, "title", huge);
  expect(ada.edits.add("actions", { title: huge })).toBeNull();
  expect(title(ada)).toBe("Visit the plant");
  expect(ada.connection.get()).toMatchObject({ unsavedEdits: 1 });
  expect(ada.rejections.get().map(({ code, kept }) => [code, kept[0]?.value])).toEqual([
    ["too_large", huge],
    ["too_large", huge],
  ]);
  server.isReachable = true;
  await settle(20_000);
  expect(server.document.field("actions", OTHER, "title")).toBe("Renew early");
  expect((await reopen()).rejections.get()).toHaveLength(2);
});

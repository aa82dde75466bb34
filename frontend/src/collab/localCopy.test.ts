import { afterEach, beforeEach, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { done } from "./database";
import { PlanDocument } from "./document";
import { forgetLocalCopies } from "./localCopy";
import type { LiveSession } from "./session";
import { FakeServer } from "./testing/fakeServer";
import { ADA, BEN, type Page, prepareTable, settle, sit } from "./testing/table";

const ACTION = "action-000000000000001";

let server: FakeServer;
const pages: Page[] = [];

beforeEach(() => {
  prepareTable();
  server = new FakeServer({ actions: [{ id: ACTION, title: "Visit the plant" }] });
});

afterEach(async () => {
  await closeAll();
  vi.useRealTimers();
});

async function open(you = ADA, isKnown = true): Promise<LiveSession> {
  const page = await sit(server, you, isKnown);
  pages.push(page);
  return page.session;
}

async function closeAll() {
  for (const page of pages.splice(0)) page.close();
  await settle();
}

function loseNetwork() {
  server.isReachable = false;
  server.cut();
}

function title(session: LiveSession) {
  return session.rows.row("actions", ACTION)?.values.title;
}

test("edits made without a network survive a reload and merge when it is back", async () => {
  const ada = await open();
  loseNetwork();
  await settle();
  ada.edits.set("actions", ACTION, "title", "Visit both plants");
  const added = ada.edits.add("actions", { title: "Call them" });
  await settle();
  await closeAll();

  const again = await open();
  expect(title(again)).toBe("Visit both plants");
  expect(again.connection.get()).toMatchObject({ status: "offline", unsavedEdits: 2 });
  expect(again.view.get()).toMatchObject({ ready: true, canEdit: true });
  again.edits.set("actions", ACTION, "priority", "high");

  server.isReachable = true;
  await settle(20_000);
  expect(again.saveState.get()).toEqual({ state: "saved" });
  expect(server.document.field("actions", ACTION, "title")).toBe("Visit both plants");
  expect(server.document.field("actions", ACTION, "priority")).toBe("high");
  expect(server.document.field("actions", added, "title")).toBe("Call them");
});

test("words that were only taken out survive a reload too", async () => {
  server = new FakeServer({ profile: { vision: "Grow with us and with others." } });
  const ada = await open();
  loseNetwork();
  await settle();
  ada.edits.set("profile", null, "vision", "Grow with us.");
  await settle();
  await closeAll();
  server.isReachable = true;
  const again = await open();
  await settle(1_000);
  expect(server.received.length).toBeGreaterThan(0);
  expect(again.saveState.get()).toEqual({ state: "saved" });
  const ben = await open(BEN);
  expect(ben.rows.facts("profile").values.vision).toBe("Grow with us.");
});

test("what was saved is not counted again after a reload", async () => {
  const ada = await open();
  ada.edits.set("actions", ACTION, "title", "Visit both plants");
  await settle(2_000);
  await closeAll();
  server.isReachable = false;
  const again = await open();
  expect(title(again)).toBe("Visit both plants");
  expect(again.connection.get()).toMatchObject({ status: "offline", unsavedEdits: 0 });
});

test("two windows of one person work on one copy, and both keep what they wrote", async () => {
  const [left, right] = [await open(), await open()];
  loseNetwork();
  await settle();
  left.edits.set("actions", ACTION, "title", "From the left");
  right.edits.set("actions", ACTION, "priority", "high");
  await settle();
  await closeAll();
  const again = await open();
  expect(again.rows.row("actions", ACTION)?.values).toMatchObject({
    title: "From the left",
    priority: "high",
  });
  expect(again.connection.get()).toMatchObject({ unsavedEdits: 2 });
});

test("D2: a copy of another lineage is dropped, and what was not sent is kept for copying", async () => {
  const ada = await open();
  loseNetwork();
  await settle();
  ada.edits.set("actions", ACTION, "title", "Visit both plants");
  await settle();
  server.beginAnew({ actions: [{ id: ACTION, title: "A new beginning" }] });
  server.isReachable = true;
  await settle(20_000);
  expect(title(ada)).toBe("A new beginning");
  expect(ada.rows.rows("actions")).toHaveLength(1);
  expect(ada.rejections.get()).toMatchObject([{ code: "lineage", kept: [{ value: "Visit both plants" }] }]);
  await closeAll();
  server.isReachable = false;
  expect(title(await open())).toBe("A new beginning");
});

test.each([
  ["known", true],
  ["not known", false],
])(
  "people who share a browser do not send each other's edits (who is signed in is %s)",
  async (_case, isKnown) => {
    const ada = await open(ADA);
    loseNetwork();
    await settle();
    ada.edits.set("actions", ACTION, "title", "Ada's secret");
    await settle();
    await closeAll();
    server.isReachable = true;

    const ben = await open(BEN, isKnown);
    await settle(1_000);
    expect(title(ben)).toBe("Visit the plant");
    expect(server.received).toHaveLength(0);
    await closeAll();

    const again = await open(ADA, isKnown);
    await settle(1_000);
    expect(title(again)).toBe("Ada's secret");
    expect(server.document.field("actions", ACTION, "title")).toBe("Ada's secret");
  },
);

test("a copy is not shown to somebody else, as far as it is known who is there", async () => {
  await open(ADA);
  loseNetwork();
  await closeAll();
  expect((await open(BEN)).view.get().ready).toBe(false);
});

test("after signing out nothing is left, and an open page writes nothing down again", async () => {
  const ada = await open();
  await forgetLocalCopies();
  loseNetwork();
  ada.edits.set("actions", ACTION, "title", "Too late");
  await settle();
  await closeAll();
  expect((await open()).view.get().ready).toBe(false);
});

test("edits that wait are kept for a person whose sign-in has run out", async () => {
  const ada = await open();
  loseNetwork();
  await settle();
  ada.edits.set("actions", ACTION, "title", "Visit both plants");
  await settle();
  server.isReachable = true;
  server.problem = { code: "sign_in_needed", message: "" };
  await settle(20_000);
  expect(ada.connection.get()).toMatchObject({ status: "refused", code: "sign_in_needed" });
  expect(ada.rows.rows("actions")).toEqual([]);
  await closeAll();
  server.problem = null;
  const again = await open();
  await settle(1_000);
  expect(title(again)).toBe("Visit both plants");
  expect(again.saveState.get()).toEqual({ state: "saved" });
});

test("a browser without a database works, and says that it cannot keep what is not sent", async () => {
  vi.stubGlobal("indexedDB", undefined);
  const ada = await open();
  ada.edits.set("actions", ACTION, "title", "Visit both plants");
  await settle();
  expect(ada.saveState.get()).toEqual({ state: "saved" });
  loseNetwork();
  await settle();
  ada.edits.set("actions", ACTION, "title", "Visit all plants");
  expect(ada.saveState.get()).toMatchObject({ state: "not_saved", code: "not_kept" });
});

test("a copy of very many pieces is put together and still reads the same", async () => {
  const ada = await open();
  for (let round = 0; round < 250; round += 1) {
    ada.edits.set("actions", ACTION, "title", `Round ${round}`);
    await settle(20);
  }
  await closeAll();
  server.isReachable = false;
  expect(title(await open())).toBe("Round 249");
});

/** A database as the first version of these pages made it, with an edit that waits in it. */
async function keepAsAtFirst(lineage: string): Promise<void> {
  const request = indexedDB.open("tavolo", 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore("copies", { keyPath: "id" }).createIndex("plan", "plan");
    request.result.createObjectStore("updates", { autoIncrement: true }).createIndex("copy", "copy");
    request.result.createObjectStore("unsaved", { keyPath: "key" }).createIndex("copy", "copy");
  };
  const database = await done(request);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(server.document.doc));
  const action = new PlanDocument(server.document.index, doc).recordMap("actions", ACTION);
  action?.set("title", "Visit both plants");
  const id = `plan-1 ${ADA.participant}`;
  const stores = database.transaction(["copies", "updates", "unsaved"], "readwrite");
  const copy = { id, plan: "plan-1", lineage, you: ADA, edition: "first", usedAt: 1 };
  await done(stores.objectStore("copies").put(copy));
  await done(stores.objectStore("updates").add({ copy: id, bytes: Y.encodeStateAsUpdate(doc) }));
  const places = [{ section: "actions", id: ACTION, field: "title" }];
  await done(stores.objectStore("unsaved").put({ copy: id, key: "edit-1", places }));
  database.close();
}

test("an edit that an earlier version of the pages kept is sent by this one", async () => {
  await keepAsAtFirst(server.lineage);
  const ada = await open();
  await settle(1_000);
  expect(title(ada)).toBe("Visit both plants");
  expect(server.document.field("actions", ACTION, "title")).toBe("Visit both plants");
  expect(ada.saveState.get()).toEqual({ state: "saved" });
});

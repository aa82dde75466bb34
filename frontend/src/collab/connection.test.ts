import { afterEach, beforeEach, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { PlanConnection } from "./connection";
import { LiveSession } from "./session";
import { FakeServer } from "./testing/fakeServer";
import { ADA, BEN, type Page, prepareTable, settle, sit } from "./testing/table";

const ACTION = "action-000000000000001";
const OTHER = "action-000000000000002";
const PLAN = {
  actions: [
    { id: ACTION, title: "Visit the plant" },
    { id: OTHER, title: "Renew" },
  ],
};

let server: FakeServer;
const pages: Page[] = [];

beforeEach(() => {
  prepareTable();
  server = new FakeServer(PLAN);
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

function title(session: LiveSession, id = ACTION) {
  return session.rows.row("actions", id)?.values.title;
}

function retitle(session: LiveSession, words: string, id = ACTION) {
  session.edits.set("actions", id, "title", words);
}

test("what one person writes is read by another", async () => {
  const [ada, ben] = [await open(ADA), await open(BEN)];
  retitle(ada, "Visit both plants");
  await settle();
  expect(title(ben)).toBe("Visit both plants");
});

test("W1: an edit is saved when the server says so, and not before", async () => {
  const ada = await open();
  server.holdJournal();
  retitle(ada, "Visit both plants");
  await settle();
  expect(server.received).toHaveLength(1);
  expect(ada.saveState.get()).toEqual({ state: "saving", edits: 1 });
  server.releaseJournal();
  await settle();
  expect(ada.saveState.get()).toEqual({ state: "saved" });
});

test("W1: a receipt for somebody else's edit saves nothing of one's own", async () => {
  const [ada, ben] = [await open(ADA), await open(BEN)];
  retitle(ben, "Renew early", OTHER);
  await settle();
  server.isSilent = true;
  retitle(ada, "Visit both plants");
  await settle();
  expect(ada.saveState.get().state).toBe("saving");
});

test("adding a record is one edit and one message", async () => {
  const ada = await open();
  server.holdJournal();
  ada.edits.add("actions", { title: "Call them" });
  expect(ada.saveState.get()).toEqual({ state: "saving", edits: 1 });
  await settle();
  expect(server.received).toHaveLength(1);
});

test("fast typing is merged into a message a frame, and the first letter leaves at once", async () => {
  const ada = await open();
  const text =
    ada.edits.sharedText("actions", ACTION, "notes") ?? ada.edits.sharedText("profile", null, "notes");
  const words = text ?? (await firstText(ada));
  for (const letter of "abcdefghij") {
    words.insert(words.length, letter);
    await vi.advanceTimersByTimeAsync(1);
  }
  await settle();
  expect(server.received.length).toBeLessThanOrEqual(3);
  expect(words.toString()).toBe("abcdefghij");
});

test("W9: what was sent but not acknowledged goes out again after a reconnect, and counts once", async () => {
  const ada = await open();
  server.holdJournal();
  retitle(ada, "Visit both plants");
  await settle();
  server.cut();
  server.releaseJournal();
  await settle(1_000);
  expect(server.received).toHaveLength(2);
  expect(ada.saveState.get()).toEqual({ state: "saved" });
  expect(server.document.field("actions", ACTION, "title")).toBe("Visit both plants");
});

test("W9: an edit that was saved while its receipt got lost does no harm when it comes again", async () => {
  const [ada, ben] = [await open(ADA), await open(BEN)];
  server.isSilent = false;
  retitle(ada, "Visit both plants");
  server.cut();
  await settle(1_000);
  expect([title(ada), title(ben)]).toEqual(["Visit both plants", "Visit both plants"]);
  expect(ada.saveState.get()).toEqual({ state: "saved" });
});

test("W9: a field that was changed several times without a network travels as its last value", async () => {
  const ada = await open();
  server.isReachable = false;
  server.cut();
  await settle();
  for (const words of ["One", "Two", "Three"]) retitle(ada, words);
  server.isReachable = true;
  await settle(20_000);
  const { structs } = Y.decodeUpdate(server.received.at(-1)?.update ?? new Uint8Array());
  const values = structs.map((struct) => (struct instanceof Y.Item ? struct.content.getContent() : []));
  expect(values.filter((value) => value.length > 0)).toEqual([["Three"]]);
});

test("a broken line is shown as offline with the edits that wait, and mends itself", async () => {
  const ada = await open();
  server.isReachable = false;
  server.cut();
  await settle();
  retitle(ada, "Visit both plants");
  retitle(ada, "Renew early", OTHER);
  expect(ada.connection.get()).toMatchObject({ status: "offline", unsavedEdits: 2 });
  expect(ada.saveState.get()).toEqual({ state: "saving", edits: 2 });
  await vi.waitFor(() => expect(ada.saveState.get()).toEqual({ state: "offline", edits: 2 }));
  server.isReachable = true;
  await settle(20_000);
  expect(ada.connection.get()).toMatchObject({ status: "online" });
  expect(ada.saveState.get()).toEqual({ state: "saved" });
  expect(server.document.field("actions", OTHER, "title")).toBe("Renew early");
});

test("a network that comes back is used at once", async () => {
  const ada = await open();
  server.isReachable = false;
  server.cut();
  await settle(60_000);
  server.isReachable = true;
  window.dispatchEvent(new Event("online"));
  await settle(1);
  expect(ada.connection.get().status).toBe("online");
});

test("a line on which an edit meets only silence is given up", async () => {
  const ada = await open();
  server.isSilent = true;
  retitle(ada, "Visit both plants");
  await settle(21_000);
  expect(ada.connection.get().status).toBe("offline");
  server.isSilent = false;
  window.dispatchEvent(new Event("online"));
  await settle(20_000);
  expect(ada.saveState.get()).toEqual({ state: "saved" });
  expect(server.document.field("actions", ACTION, "title")).toBe("Visit both plants");
});

test("a client that knows the plan asks only for what it lacks", async () => {
  const ada = await open();
  server.cut();
  await settle(1_000);
  expect(server.questions.at(-1)).toMatchObject({ lineage: "lineage-1" });
  expect(server.received).toHaveLength(0);
  expect(title(ada)).toBe("Visit the plant");
});

test.each(["storage", "reread", "slow", "moved", "stopping", "flood"])(
  "after %s the client comes back and sends again what was not saved",
  async (code) => {
    const ada = await open();
    server.holdJournal();
    retitle(ada, "Visit both plants");
    await settle();
    server.refuse(ADA.participant, { code, message: "" });
    await settle();
    server.releaseJournal();
    await settle(5_000);
    expect(ada.connection.get().status).toBe("online");
    expect(ada.saveState.get()).toEqual({ state: "saved" });
  },
);

test("that the server cannot save is told apart from a line that is lost", async () => {
  const ada = await open();
  server.holdJournal();
  retitle(ada, "Visit both plants");
  await settle();
  server.refuse(ADA.participant, { code: "storage", message: "" });
  await settle(1);
  expect(ada.connection.get()).toMatchObject({ status: "offline", unsavedEdits: 1, cannotSave: true });
  expect(ada.saveState.get()).toEqual({ state: "offline", edits: 1, cannotSave: true });
  server.isReachable = false;
  await settle(5_000);
  expect(ada.connection.get()).toMatchObject({ status: "offline", unsavedEdits: 1, cannotSave: false });
});

test("a server that lets people in and cannot save is not asked again and again", async () => {
  const ada = await open();
  server.holdJournal();
  retitle(ada, "Visit both plants");
  for (let round = 0; round < 200; round += 1) {
    await settle(100);
    server.refuse(ADA.participant, { code: "storage", message: "" });
  }
  expect(server.questions.length).toBeLessThan(12);
});

test("a page that is left and entered again, as React does while one develops, is connected once", async () => {
  const session = new LiveSession("plan-1");
  const connection = new PlanConnection(session, server.dialFor(ADA));
  connection.start();
  connection.stop();
  connection.start();
  pages.push({ session, close: () => connection.stop() });
  await settle();
  expect(session.connection.get()).toEqual({ status: "online", people: 1 });
  expect(server.people).toBe(1);
});

test.each(["signed_out", "removed", "in_bin"])(
  "after %s nothing of the plan stays on the page or the device",
  async (code) => {
    const ada = await open();
    server.refuse(ADA.participant, { code, message: "You have left." });
    await settle();
    expect(ada.connection.get()).toEqual({ status: "refused", code, message: "You have left." });
    expect(ada.saveState.get()).toMatchObject({ state: "not_saved", message: "You have left." });
    expect(ada.rows.rows("actions")).toEqual([]);
    server.isReachable = false;
    const again = await open();
    expect(again.view.get().ready).toBe(false);
  },
);

test("W7: a role that is taken away takes effect on the open page", async () => {
  const ada = await open();
  server.changeRole(ADA.participant, "viewer");
  await settle();
  retitle(ada, "Not allowed");
  expect(title(ada)).toBe("Visit the plant");
  expect(ada.saveState.get()).toEqual({ state: "read_only" });
});

test("a viewer cannot write, not even past the edits", async () => {
  const ada = await open({ ...ADA, role: "viewer" });
  expect(ada.edits.add("actions", { title: "Mine" })).toBeNull();
  ada.edits.remove("actions", ACTION);
  ada.document.recordMap("actions", ACTION)?.set("title", "Past the edits");
  await settle(1_000);
  expect(title(ada)).toBe("Visit the plant");
  expect(server.received).toHaveLength(0);
  expect(ada.rejections.get().at(-1)?.code).toBe("read_only");
});

async function firstText(session: LiveSession) {
  for (const section of session.index.values()) {
    const field = [...section.fields.values()].find(({ kind }) => kind === "long_text");
    if (field === undefined) continue;
    const id = section.shape.many ? session.edits.add(section.key) : null;
    await settle();
    server.received.length = 0;
    const text = session.edits.sharedText(section.key, id, field.key);
    if (text !== null) return text;
  }
  throw new Error("No section has a long text.");
}

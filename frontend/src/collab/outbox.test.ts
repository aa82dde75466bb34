import { afterEach, beforeEach, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { LARGEST_MESSAGE, Outbox } from "./outbox";

const KILOBYTE = 1_024;

let sent: { n: number; at: number; update: Uint8Array; isLast: boolean }[];
let outbox: Outbox;
let doc: Y.Doc;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
  sent = [];
  outbox = new Outbox((n, update, isLast) => sent.push({ n, at: performance.now(), update, isLast }));
  doc = new Y.Doc();
  let number = 0;
  doc.on("update", (bytes: Uint8Array) => {
    number += 1;
    outbox.queue({ key: `change-${number}`, bytes });
  });
});

afterEach(() => {
  vi.useRealTimers();
});

function open(editsPerSecond: number, largest = 512 * KILOBYTE) {
  outbox.open({ edits_per_second: editsPerSecond, update_bytes: largest });
}

function type(words = "a") {
  doc.getText("notes").insert(0, words);
}

/** Let the server confirm every message as soon as it arrives, for some time. */
async function confirmAll(time: number) {
  for (let passed = 0; passed < time; passed += 10) {
    await vi.advanceTimersByTimeAsync(10);
    outbox.saved(sent.at(-1)?.n ?? 0);
  }
}

test("a first change leaves at the end of the task, so that its parts travel together", async () => {
  open(1_000);
  await vi.advanceTimersByTimeAsync(100);
  type();
  type();
  expect(sent).toEqual([]);
  await vi.advanceTimersByTimeAsync(0);
  expect(sent.map(({ n }) => n)).toEqual([1]);
});

test("messages keep the distance that the server allows, and are counted from 1", async () => {
  open(10);
  for (let round = 0; round < 100; round += 1) {
    type();
    await vi.advanceTimersByTimeAsync(5);
  }
  expect(sent.map(({ n }) => n)).toEqual(sent.map((_, at) => at + 1));
  const gaps = sent.slice(1).map(({ at }, before) => at - (sent[before]?.at ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(100);
});

test("W9: what has no receipt when the line is lost is still there for the next one, which begins at 1", async () => {
  open(10);
  type();
  await vi.advanceTimersByTimeAsync(1);
  type();
  expect(outbox.saved(1)).toEqual(["change-1"]);
  outbox.close();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(sent.map(({ n }) => n)).toEqual([1]);
  open(10);
  outbox.flush();
  expect(sent.map(({ n }) => n)).toEqual([1, 1]);
  expect(outbox.saved(1)).toEqual(["change-2"]);
});

test("W4: much work leaves in messages below the limit, each of which builds only on those before it", async () => {
  for (let round = 0; round < 100; round += 1) type(`${round} `.padEnd(10 * KILOBYTE, "words "));
  open(50);
  outbox.flush();
  await confirmAll(3_000);
  expect(sent.length).toBeGreaterThan(15);
  const server = new Y.Doc();
  for (const { update } of sent) {
    expect(update.length).toBeLessThanOrEqual(LARGEST_MESSAGE);
    Y.applyUpdate(server, update);
    expect(server.store.pendingStructs).toBeNull();
  }
  expect(server.getText("notes").toString()).toBe(doc.getText("notes").toString());
  expect(outbox.changes).toEqual([]);
});

test("thousands of single letters are put together without keeping the page waiting", async () => {
  for (let round = 0; round < 5_000; round += 1) doc.getText("notes").insert(round, "x");
  const text = doc.getText("notes").toString();
  const server = new Y.Doc();
  open(50);
  outbox.flush();
  await confirmAll(2_000);
  expect(sent.length).toBeLessThan(10);
  for (const { update } of sent) Y.applyUpdate(server, update);
  expect(server.getText("notes").toString()).toBe(text);
});

test("a server that takes less gets smaller messages", async () => {
  for (let round = 0; round < 20; round += 1) type("a".repeat(KILOBYTE));
  open(50, 4 * KILOBYTE);
  outbox.flush();
  await confirmAll(1_000);
  expect(Math.max(...sent.map(({ update }) => update.length))).toBeLessThanOrEqual(4 * KILOBYTE);
});

test("no more is under way than the server has confirmed in time, and only the last message says that it is the last", async () => {
  for (let round = 0; round < 50; round += 1) type("a".repeat(10 * KILOBYTE));
  open(50);
  outbox.flush();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(sent).toHaveLength(2);
  outbox.saved(1);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(sent).toHaveLength(3);
  await confirmAll(2_000);
  expect(sent.filter(({ isLast }) => isLast).map(({ n }) => n)).toEqual([sent.length]);
});

test("what the server turns out to have already is not sent again", async () => {
  type("a".repeat(30 * KILOBYTE));
  const theirs = Y.encodeStateVector(doc);
  type("b");
  open(50);
  outbox.sendFrom(theirs);
  expect(sent.map(({ update }) => update.length < KILOBYTE)).toEqual([true]);
  expect(outbox.saved(1)).toEqual(["change-1", "change-2"]);
});

import { afterEach, beforeEach, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { Outbox } from "./outbox";

let sent: { n: number; at: number }[];
let outbox: Outbox;
let doc: Y.Doc;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
  sent = [];
  outbox = new Outbox((n) => sent.push({ n, at: performance.now() }));
  doc = new Y.Doc();
  doc.on("update", (update: Uint8Array) => outbox.queue(update));
});

afterEach(() => {
  vi.useRealTimers();
});

function type() {
  doc.getText("notes").insert(0, "a");
}

test("a first change leaves at the end of the task, so that its parts travel together", async () => {
  outbox.open(1_000);
  await vi.advanceTimersByTimeAsync(100);
  type();
  type();
  expect(sent).toEqual([]);
  await vi.advanceTimersByTimeAsync(0);
  expect(sent.map(({ n }) => n)).toEqual([1]);
});

test("messages keep the distance that the server allows, and are counted from 1", async () => {
  outbox.open(10);
  for (let round = 0; round < 100; round += 1) {
    type();
    await vi.advanceTimersByTimeAsync(5);
  }
  expect(sent.map(({ n }) => n)).toEqual(sent.map((_, at) => at + 1));
  const gaps = sent.slice(1).map(({ at }, before) => at - (sent[before]?.at ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(100);
});

test("what waits when the line is lost is not sent over the next one, which begins at 1", async () => {
  outbox.open(10);
  type();
  await vi.advanceTimersByTimeAsync(1);
  type();
  outbox.close();
  outbox.open(10);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(sent).toHaveLength(1);
  type();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(sent.map(({ n }) => n)).toEqual([1, 1]);
});

import { IDBFactory } from "fake-indexeddb";
import { vi } from "vitest";
import { PlanConnection } from "../connection";
import { LiveSession } from "../session";
import type { You } from "../types";
import type { FakeServer } from "./fakeServer";

export { ADA } from "./localSession";

export const BEN: You = {
  participant: "participant-ben-00001",
  name: "Ben Okafor",
  department: "Service",
  role: "participant",
};

/** A page with the plan open: its session, and how to close it. */
export interface Page {
  session: LiveSession;
  close(): void;
}

/** Put time and the browser's database into the hands of the test. */
export function prepareTable(): void {
  vi.useFakeTimers({
    toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "Date", "performance"],
  });
  vi.stubGlobal("indexedDB", new IDBFactory());
}

/** Open the plan as somebody, on a page of this browser that may know already who is signed in. */
export async function sit(server: FakeServer, you: You, isKnown = true): Promise<Page> {
  const session = new LiveSession("plan-1");
  const connection = new PlanConnection(session, server.dialFor(you), isKnown ? you.participant : undefined);
  connection.start();
  await settle();
  return { session, close: () => connection.stop() };
}

/** Let `time` milliseconds pass and everything that is under way arrive: messages, and what is written to the database. */
export async function settle(time = 50): Promise<void> {
  // A transaction of the database takes several turns of the event loop, which timers do not drive.
  for (let turn = 0; turn < 40; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  await vi.advanceTimersByTimeAsync(time);
  for (let turn = 0; turn < 40; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** Let time pass until something is so, for work whose length depends on how busy the machine is. */
export async function settleUntil(isSo: () => boolean): Promise<void> {
  for (let round = 0; round < 500; round += 1) {
    if (isSo()) return;
    await settle(10);
  }
  throw new Error("What was waited for did not come.");
}

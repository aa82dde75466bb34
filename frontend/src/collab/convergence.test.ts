import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { LiveSession } from "./session";
import { FakeServer } from "./testing/fakeServer";
import { ADA, BEN, type Page, prepareTable, settle, sit } from "./testing/table";

const ROUNDS = 60;
const SECTIONS = ["actions", "stakeholders", "risks"];
const WORDS = ["plant", "licence", "visit", "😀", "budget", "", "renew\nearly"];

let pages: Page[] = [];

beforeEach(prepareTable);

afterEach(async () => {
  for (const page of pages.splice(0)) page.close();
  await settle();
  vi.useRealTimers();
});

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function chanceOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function pick<T>(chance: () => number, from: readonly T[]): T | undefined {
  return from[Math.floor(chance() * from.length)];
}

function editSomething(session: LiveSession, chance: () => number): void {
  const section = pick(chance, SECTIONS) ?? "actions";
  const { edits, rows } = session;
  const id = pick(chance, rows.rows(section))?.id ?? "";
  const other = pick(chance, rows.rows(section))?.id ?? "";
  const words = pick(chance, WORDS) ?? "";
  const text = pick(chance, ["notes", "approach", "description"]) ?? "notes";
  const deeds = [
    () => edits.add(section, { [section === "stakeholders" ? "name" : "title"]: words }),
    () => edits.set(section, id, section === "stakeholders" ? "name" : "title", words),
    () => edits.set(section, id, "evidence", pick(chance, ["assumed", "confirmed", null]) ?? null),
    () => edits.remove(section, id),
    () => edits.restore(section, pick(chance, rows.bin())?.row.id ?? ""),
    () => edits.move(section, id, chance() < 0.5 ? { after: other } : { before: other }),
    () => edits.sharedText(section, id, text)?.insert(0, words || "a"),
    () => edits.set(section, id, text, words),
    () => edits.undo(),
    () => edits.undo(),
    () => edits.redo(),
  ];
  pick(chance, deeds)?.();
}

async function disturb(server: FakeServer, chance: () => number): Promise<void> {
  const happening = chance();
  if (happening < 0.08) server.cut();
  else if (happening < 0.12) server.holdJournal();
  else if (happening < 0.2) server.releaseJournal();
  else if (happening < 0.24) server.isReachable = false;
  else if (happening < 0.34) server.isReachable = true;
  if (chance() < 0.3) await settle(Math.floor(chance() * 600));
}

async function reload(server: FakeServer, at: number): Promise<void> {
  pages[at]?.close();
  await settle();
  pages[at] = await sit(server, at === 0 ? ADA : BEN);
}

function contentOf(session: LiveSession) {
  return SECTIONS.map((section) => session.rows.rows(section));
}

/** A little more than a new record needs, so that whatever waited for a line goes out in pieces. */
const NARROW = 3_000;

const SEEDS = Array.from({ length: 15 }, (_, seed) => seed + 1);

test.each([
  ...SEEDS.map((seed) => ({ seed, largest: 512 * 1_024 })),
  ...SEEDS.map((seed) => ({ seed, largest: NARROW })),
])(
  "two people who edit at random through a bad network end with the same plan (seed $seed, $largest bytes)",
  async ({ seed, largest }) => {
    const chance = chanceOf(seed);
    const server = new FakeServer({
      actions: [{ title: "Visit the plant" }],
      stakeholders: [{ name: "Grace" }],
    });
    server.limits.update_bytes = largest;
    pages = [await sit(server, ADA), await sit(server, BEN)];
    for (let round = 0; round < ROUNDS; round += 1) {
      const at = chance() < 0.5 ? 0 : 1;
      const session = pages[at]?.session;
      if (session !== undefined) editSomething(session, chance);
      await disturb(server, chance);
      if (chance() < 0.02) await reload(server, at);
    }
    server.isReachable = true;
    server.releaseJournal();
    await settle(60_000);
    const [ada, ben] = pages.map((page) => page.session);
    if (ada === undefined || ben === undefined) throw new Error("Somebody has left.");
    expect(ada.rejections.get()).toEqual([]);
    expect(ben.rejections.get()).toEqual([]);
    expect(ada.saveState.get()).toEqual({ state: "saved" });
    expect(ben.saveState.get()).toEqual({ state: "saved" });
    expect(contentOf(ada)).toEqual(contentOf(ben));
    await expectSameOnServer(server, ada);
  },
);

async function expectSameOnServer(server: FakeServer, session: LiveSession): Promise<void> {
  const fresh = await sit(server, { ...BEN, participant: "participant-eve-00001" });
  pages.push(fresh);
  expect(contentOf(fresh.session)).toEqual(contentOf(session));
}

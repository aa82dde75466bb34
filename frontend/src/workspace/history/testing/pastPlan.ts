import type { Change, Version } from "../../../api";
import { createLocalSession, type LiveSession } from "../../../collab";
import type { FakeAnswers } from "../../testing/fakeServer";
import { PLAN } from "../../testing/Scene";

export const renew = "action-000000000000001";
export const visit = "action-000000000000002";
export const fire = "risk-0000000000000001";
export const ana = "member-00000000000001";

export const MEI = { participant: "participant-mei-00001", name: "Mei Lin", department: "Service" };
export const BEN = { participant: "participant-ben-00001", name: "Ben Okafor", department: "Finance" };

/** A moment of this year, which is said without it. */
export function thisYear(rest: string): string {
  return `${new Date().getFullYear()}-${rest}`;
}

export const BOARD: Version = {
  id: "version-of-the-board",
  kind: "named",
  name: "Before the board",
  made_by: MEI,
  made_at: thisYear("03-03T14:05:00.000Z"),
  seq: 12,
};

export const DAILY: Version = {
  id: "version-of-the-day",
  kind: "daily",
  name: "",
  made_by: null,
  made_at: thisYear("02-20T23:00:00.000Z"),
  seq: 9,
};

export const REPLACED: Version = {
  id: "version-before-restore",
  kind: "before_restore",
  name: "",
  made_by: BEN,
  made_at: thisYear("01-10T08:00:00.000Z"),
  seq: 4,
};

export const VERSIONS: readonly Version[] = [BOARD, DAILY, REPLACED];

/** A change as the server sends it. */
export function change(about: Partial<Change>): Change {
  return {
    code: "changed_by",
    where: `actions/${renew}/due`,
    values: { title: "Renew licence", field: "Due" },
    by: [MEI],
    at: thisYear("03-04T09:30:00.000Z"),
    before: null,
    after: null,
    ...about,
  };
}

export const MOVED = change({ before: "2027-05-03", after: "2027-04-20" });
export const GIVEN = change({
  code: "said_by",
  where: `actions/${renew}/owner`,
  by: [BEN],
  after: ana,
});
export const GONE = change({
  code: "removed_by",
  where: `actions/${visit}`,
  values: { title: "Visit the plant", section: "Actions" },
  by: [BEN],
});
export const CAME = change({
  code: "added_by",
  where: `risks/${fire}`,
  values: { title: "Fire", section: "Risks" },
});

/** What the server answers when two states are compared. */
export function drifted(sentences: readonly Change[], about: Record<string, unknown> = {}) {
  const records = { added: 1, removed: 1, restored: 0, changed: 1 };
  return { from: BOARD, to: null, sentences, records, left_out: 0, ...about };
}

export const SAME = drifted([], { records: { added: 0, removed: 0, restored: 0, changed: 0 } });

/** A server with versions; `sent` keeps what it was asked to do. */
export function aPastOf(answers: FakeAnswers = {}, versions: readonly Version[] = VERSIONS) {
  const sent: unknown[] = [];
  const keep = (body: unknown) => {
    sent.push(body);
    return { seq: 40 };
  };
  const path = `/plans/${PLAN.id}/versions`;
  return {
    sent,
    answers: {
      [`GET ${path}`]: versions,
      [`GET ${path}/compare`]: drifted([MOVED, GIVEN, GONE, CAME]),
      [`POST ${path}`]: keep,
      [`PATCH ${path}/${BOARD.id}`]: keep,
      [`DELETE ${path}/${BOARD.id}`]: keep,
      [`POST ${path}/${BOARD.id}/restore`]: keep,
      ...answers,
    },
  };
}

export function aPlan(role: "participant" | "viewer" = "participant"): LiveSession {
  return createLocalSession(
    {
      actions: [{ id: renew, title: "Renew licence", due: "2027-04-20", owner: ana }],
      risks: [{ id: fire, title: "Fire", impact: 5 }],
      team_members: [{ id: ana, name: "Ana Rossi", department: "Sales" }],
    },
    { role },
  );
}

import { expect, test } from "vitest";
import * as Y from "yjs";
import type { LiveSession } from "./session";
import { ADA, createLocalSession } from "./testing/localSession";

const [FIRST, SECOND, THIRD] = ["action-000000000000001", "action-000000000000002", "action-000000000000003"];
const BEN = {
  key: "participant-ben-00001",
  name: "Ben Okafor",
  department: "Service",
  at: "2027-03-31T09:30:00Z",
};

function aPlan(options = {}): LiveSession {
  return createLocalSession(
    {
      actions: [
        { id: FIRST, title: "First", notes: "One." },
        { id: SECOND, title: "Second" },
        { id: THIRD, title: "Third" },
      ],
    },
    options,
  );
}

function titles(session: LiveSession) {
  return session.rows.rows("actions").map((row) => row.values.title);
}

/** The updates that `work` makes. */
function updatesOf(session: LiveSession, work: () => void): number {
  let updates = 0;
  const count = () => {
    updates += 1;
  };
  session.document.doc.on("update", count);
  work();
  session.document.doc.off("update", count);
  return updates;
}

test("writing what stands there already makes no update", () => {
  const session = aPlan();
  session.edits.set("actions", FIRST, "helpers", ["someone"]);
  const updates = updatesOf(session, () => {
    session.edits.set("actions", FIRST, "title", "First");
    session.edits.set("actions", FIRST, "priority", null);
    session.edits.set("actions", FIRST, "helpers", ["someone"]);
    session.edits.set("actions", FIRST, "notes", "One.");
    session.edits.move("actions", FIRST, { before: SECOND });
    session.edits.move("actions", THIRD, { after: SECOND });
    session.edits.restore("actions", FIRST);
  });
  expect(updates).toBe(0);
});

test.each([
  ["an empty text", ""],
  ["an empty list", []],
  ["a number that is none", Number.NaN],
])("%s is written as nothing", (_what, value) => {
  const session = aPlan();
  session.edits.set("actions", FIRST, "title", value);
  expect(session.document.field("actions", FIRST, "title")).toBeNull();
});

test("a new record has every field, its shared texts, and comes last", () => {
  const session = aPlan();
  const id = session.edits.add("actions", { title: "Fourth", notes: "Words." }) ?? "";
  expect(id).toMatch(/^[A-Za-z0-9_-]{21}$/u);
  expect(titles(session)).toEqual(["First", "Second", "Third", "Fourth"]);
  const record = session.document.recordMap("actions", id);
  const declared = [...(session.index.get("actions")?.fields.keys() ?? [])];
  expect([...(record?.keys() ?? [])].sort()).toEqual(declared.sort());
  expect(session.edits.sharedText("actions", id, "notes")?.toString()).toBe("Words.");
});

test("a record can be added after and before another one", () => {
  const session = aPlan();
  session.edits.add("actions", { title: "After first" }, { after: FIRST });
  session.edits.add("actions", { title: "Before first" }, { before: FIRST });
  expect(titles(session)).toEqual(["Before first", "First", "After first", "Second", "Third"]);
});

test("records are moved after and before others", () => {
  const session = aPlan();
  session.edits.move("actions", THIRD, { before: FIRST });
  expect(titles(session)).toEqual(["Third", "First", "Second"]);
  session.edits.move("actions", FIRST, { after: SECOND });
  expect(titles(session)).toEqual(["Third", "Second", "First"]);
});

test("two records with the same place can still be parted", () => {
  const session = createLocalSession({
    actions: [
      { id: FIRST, title: "First", order: "a1" },
      { id: SECOND, title: "Second", order: "a1" },
      { id: THIRD, title: "Third", order: "a2" },
    ],
  });
  session.edits.move("actions", THIRD, { after: FIRST });
  expect(titles(session)).toHaveLength(3);
  session.edits.move("actions", FIRST, { after: THIRD });
  expect(titles(session).at(-1)).toBe("First");
});

test("a full collection takes no further record", () => {
  const session = aPlan();
  const section = session.index.get("actions");
  if (section === undefined) throw new Error("The plan has no actions.");
  Object.assign(section, { shape: { ...section.shape, limit: 3 } });
  expect(session.edits.add("actions", { title: "One too many" })).toBeNull();
});

test("D3: removing puts a record in the bin with who and when, and restoring takes it out", () => {
  const session = aPlan();
  session.edits.remove("actions", SECOND);
  expect(titles(session)).toEqual(["First", "Third"]);
  expect(session.rows.bin()).toMatchObject([
    { section: "actions", row: { id: SECOND, removed: { key: ADA.participant, name: ADA.name } } },
  ]);
  session.edits.restore("actions", SECOND);
  expect(titles(session)).toEqual(["First", "Second", "Third"]);
  expect(session.rows.bin()).toEqual([]);
});

test("a record that belongs to its author is stamped, and only its author changes it", () => {
  const session = createLocalSession({
    comments: [{ id: "comment-0000000000001", text: "From Ben", written: BEN }],
  });
  session.edits.set("comments", "comment-0000000000001", "text", "Changed");
  expect(session.rows.row("comments", "comment-0000000000001")?.values.text).toBe("From Ben");
  const own = session.edits.add("comments", { text: "From Ada" }) ?? "";
  expect(session.rows.row("comments", own)?.values.written).toMatchObject({ key: ADA.participant });
  session.edits.set("comments", own, "text", "From Ada, better");
  expect(session.rows.row("comments", own)?.values.text).toBe("From Ada, better");
  session.edits.remove("comments", "comment-0000000000001");
  expect(session.rows.bin()).toHaveLength(1);
});

test("a viewer changes nothing", () => {
  const session = aPlan({ role: "viewer" });
  const updates = updatesOf(session, () => {
    session.edits.set("actions", FIRST, "title", "Changed");
    session.edits.add("actions");
    session.edits.remove("actions", FIRST);
    session.edits.move("actions", FIRST, { after: THIRD });
    session.edits.undo();
  });
  expect(updates).toBe(0);
});

test("unknown sections, records and fields are passed over", () => {
  const session = aPlan();
  const updates = updatesOf(session, () => {
    session.edits.set("nothing", FIRST, "title", "x");
    session.edits.set("actions", "unknown-0000000000001", "title", "x");
    session.edits.set("actions", FIRST, "unknown", "x");
    expect(session.edits.add("nothing")).toBeNull();
    expect(session.edits.add("profile")).toBeNull();
  });
  expect(updates).toBe(0);
});

test("replacing the words of a text touches only what differs", () => {
  const session = aPlan();
  const text = session.edits.sharedText("actions", FIRST, "notes");
  text?.insert(4, " Two 😀. Three.");
  const deltas: unknown[] = [];
  text?.observe((event) => deltas.push(event.delta));
  session.edits.set("actions", FIRST, "notes", "One. Two 😁. Three.");
  expect(deltas).toEqual([[{ retain: 9 }, { delete: 2 }, { insert: "😁" }]]);
});

test("formatted text is read as its words, one line a block", () => {
  const session = createLocalSession({ charter: { purpose: "Grow.\nWith us." } });
  const fragment = session.edits.sharedXml("charter", null, "purpose");
  expect(fragment).toBeInstanceOf(Y.XmlFragment);
  expect(session.rows.facts("charter").values.purpose).toBe("Grow.\nWith us.");
  session.edits.set("charter", null, "purpose", "Grow together.");
  expect(fragment?.toString()).toBe("<paragraph>Grow together.</paragraph>");
});

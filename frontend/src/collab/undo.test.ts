import { beforeEach, expect, test } from "vitest";
import * as Y from "yjs";
import { ORIGIN, PlanDocument } from "./document";
import type { LiveSession } from "./session";
import { ADA, createLocalSession } from "./testing/localSession";

const ACTION = "action-000000000000001";
const OTHER = "action-000000000000002";
const BEN = { participant: "participant-ben-00001", name: "Ben Okafor", department: "Service" };

/** Two seats at one plan without a server: what one does, `pass` hands to the other. */
let ada: LiveSession;
let ben: LiveSession;
let rawDeletions: string[];

beforeEach(() => {
  ada = createLocalSession({
    actions: [
      { id: ACTION, title: "Visit the plant", notes: "Bring the drawings." },
      { id: OTHER, title: "Renew" },
    ],
  });
  ben = createLocalSession({}, { you: BEN });
  // Made from nothing, as a client's is: what both have must have come from one of them (D2).
  ben.replaceDocument(new PlanDocument(ben.index));
  pass();
  rawDeletions = [];
  for (const session of [ada, ben]) watchDeletions(session);
});

function watchDeletions(session: LiveSession) {
  for (const root of session.document.doc.share.values()) {
    root.observeDeep((events) => {
      for (const event of events) {
        if (!(event.target instanceof Y.Map)) continue;
        for (const [key, { action }] of event.changes.keys) if (action === "delete") rawDeletions.push(key);
      }
    });
  }
}

function pass() {
  for (const [from, to] of [
    [ada, ben],
    [ben, ada],
  ] as const) {
    const { doc } = to.document;
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(from.document.doc, Y.encodeStateVector(doc)), ORIGIN.server);
  }
}

function title(session: LiveSession, id = ACTION) {
  return session.rows.row("actions", id)?.values.title;
}

function retitle(session: LiveSession, words: string, id = ACTION) {
  session.edits.set("actions", id, "title", words);
}

test("undoing a value brings back the one before, redoing brings it again", () => {
  retitle(ada, "Visit both plants");
  ada.edits.undo();
  expect(title(ada)).toBe("Visit the plant");
  ada.edits.redo();
  expect(title(ada)).toBe("Visit both plants");
  expect(rawDeletions).toEqual([]);
});

test("undoing the first value of a field leaves it empty and does not delete its key", () => {
  ada.edits.set("actions", ACTION, "priority", "high");
  ada.edits.undo();
  expect(ada.document.recordMap("actions", ACTION)?.has("priority")).toBe(true);
  expect(ada.rows.row("actions", ACTION)?.values.priority).toBeNull();
  expect(rawDeletions).toEqual([]);
});

test("undoing an addition puts the record in the bin, redoing takes it out", () => {
  const id = ada.edits.add("actions", { title: "Call them" }) ?? "";
  ada.edits.undo();
  pass();
  expect(ben.rows.rows("actions").map((row) => row.id)).toEqual([ACTION, OTHER]);
  expect(ben.rows.bin()[0]?.row).toMatchObject({ id, removed: { key: ADA.participant } });
  ada.edits.redo();
  expect(title(ada, id)).toBe("Call them");
  expect(ada.rows.rows("actions")).toHaveLength(3);
  expect(rawDeletions).toEqual([]);
});

test("D5: undo takes back one's own edits and never somebody else's", () => {
  retitle(ada, "Ada was here");
  pass();
  retitle(ben, "Renew early", OTHER);
  pass();
  ada.edits.undo();
  ada.edits.undo();
  expect(title(ada)).toBe("Visit the plant");
  expect(title(ada, OTHER)).toBe("Renew early");
  expect(ada.undoState.get()).toEqual({ canUndo: false, canRedo: true });
});

test("D5: a value that somebody else has changed since is not put back", () => {
  retitle(ada, "Ada's");
  pass();
  retitle(ben, "Ben's");
  pass();
  ada.edits.undo();
  expect(title(ada)).toBe("Ben's");
  expect(ada.undoState.get().canUndo).toBe(false);
});

test("a value of somebody else's between two of one's own is where undo stops", () => {
  retitle(ada, "Ada's first");
  pass();
  retitle(ben, "Ben's");
  pass();
  retitle(ada, "Ada's second");
  ada.edits.undo();
  expect(title(ada)).toBe("Ben's");
  ada.edits.undo();
  expect(title(ada)).toBe("Ben's");
});

test.each([
  ["wins", 1, 2],
  ["loses", 2, 1],
])(
  "undoing a value that %s against one written at the same time deletes no key",
  (_outcome, benId, adaId) => {
    ada.document.doc.clientID = adaId;
    ben.document.doc.clientID = benId;
    retitle(ada, "Ada's");
    retitle(ben, "Ben's");
    pass();
    ada.edits.undo();
    pass();
    expect(rawDeletions).toEqual([]);
    expect(title(ada)).toBe(title(ben));
    expect(title(ada)).toBe(adaId > benId ? "Visit the plant" : "Ben's");
  },
);

test("undo and redo can be repeated without end", () => {
  retitle(ada, "One");
  retitle(ada, "Other", OTHER);
  for (let round = 0; round < 3; round += 1) {
    ada.edits.undo();
    ada.edits.undo();
    expect([title(ada), title(ada, OTHER)]).toEqual(["Visit the plant", "Renew"]);
    ada.edits.redo();
    ada.edits.redo();
    expect([title(ada), title(ada, OTHER)]).toEqual(["One", "Other"]);
  }
  expect(rawDeletions).toEqual([]);
});

test("undoing the restoration of what somebody else removed signs with one's own name", () => {
  ben.edits.remove("actions", ACTION);
  pass();
  ada.edits.restore("actions", ACTION);
  expect(ada.rows.row("actions", ACTION)?.removed).toBeNull();
  ada.edits.undo();
  expect(ada.rows.row("actions", ACTION)?.removed?.key).toBe(ADA.participant);
});

test("undoing a removal is overtaken by somebody who has restored it", () => {
  ada.edits.remove("actions", ACTION);
  pass();
  ben.edits.restore("actions", ACTION);
  pass();
  ada.edits.undo();
  expect(ada.rows.row("actions", ACTION)?.removed).toBeNull();
});

test("D5: typing in a text is undone word by word of one's own, around what others typed", () => {
  const text = ada.edits.sharedText("actions", ACTION, "notes");
  text?.insert(text.length, " And");
  text?.insert(text.length, " a camera.");
  pass();
  ben.edits.sharedText("actions", ACTION, "notes")?.insert(0, "Please: ");
  pass();
  ada.edits.undo();
  pass();
  expect(ben.rows.row("actions", ACTION)?.values.notes).toBe("Please: Bring the drawings.");
});

test("a pause in typing begins another step", () => {
  const text = ada.edits.sharedText("actions", ACTION, "notes");
  text?.insert(text.length, " One.");
  // The library takes its clock at import, out of reach of a test's; so the last change is moved back instead.
  ada.view.get().undoManager.lastChange -= 2_000;
  text?.insert(text.length, " Two.");
  ada.edits.undo();
  expect(text?.toString()).toBe("Bring the drawings. One.");
});

test("what the editor of formatted text writes is undone with everything else, in order", () => {
  const editor = { key: "y-sync$" };
  const section = [...ada.index.values()].find((one) =>
    [...one.fields.values()].some((field) => field.kind === "rich_text"),
  );
  const field = [...(section?.fields.values() ?? [])].find(({ kind }) => kind === "rich_text")?.key ?? "";
  const id = section?.shape.many ? ada.edits.add(section.key) : null;
  const fragment = ada.edits.sharedXml(section?.key ?? "", id, field);
  const paragraph = new Y.XmlElement("paragraph");
  ada.document.doc.transact(() => {
    fragment?.insert(0, [paragraph]);
    paragraph.insert(0, [new Y.XmlText("Together.")]);
  }, editor);
  retitle(ada, "Later");
  ada.edits.undo();
  expect(fragment?.length).toBe(1);
  ada.edits.undo();
  expect(fragment?.length).toBe(0);
});

test("an undone paragraph stays while somebody else's words are in it", () => {
  const fragment = new Y.XmlFragment();
  ada.document.doc.transact(
    () => ada.document.recordMap("actions", ACTION)?.set("draft", fragment),
    ORIGIN.groundwork,
  );
  const paragraph = new Y.XmlElement("paragraph");
  ada.document.doc.transact(() => {
    fragment.insert(0, [paragraph]);
    paragraph.insert(0, [new Y.XmlText("Ada. ")]);
  }, ORIGIN.local);
  pass();
  const theirs = ben.document.field("actions", ACTION, "draft");
  if (!(theirs instanceof Y.XmlFragment)) throw new Error("The draft did not arrive.");
  const line = theirs.get(0);
  if (line instanceof Y.XmlElement) line.insert(1, [new Y.XmlText("Ben.")]);
  pass();
  ada.edits.undo();
  expect(fragment.toString()).toBe("<paragraph>Ben.</paragraph>");
});

test("several edits made together are one step", () => {
  ada.edits.together(() => {
    retitle(ada, "One");
    retitle(ada, "Other", OTHER);
  });
  ada.edits.undo();
  expect([title(ada), title(ada, OTHER)]).toEqual(["Visit the plant", "Renew"]);
});

test("two edits in quick succession at different places are two steps", () => {
  retitle(ada, "One");
  retitle(ada, "Other", OTHER);
  ada.edits.undo();
  expect([title(ada), title(ada, OTHER)]).toEqual(["One", "Renew"]);
});

test("an editor that destroys the manager it was lent does not end undo", () => {
  retitle(ada, "One");
  ada.view.get().undoManager.destroy();
  ada.edits.undo();
  expect(title(ada)).toBe("Visit the plant");
});

test("letters typed into formatted text are one step, though the editor looks around between them", () => {
  const editor = { key: "y-sync$" };
  const { doc } = ada.document;
  const fragment = ada.edits.sharedXml("profile", null, "introduction");
  const words = new Y.XmlText();
  doc.transact(() => fragment?.insert(0, [words]), ORIGIN.groundwork);
  for (const letter of "Growth") {
    doc.transact(() => words.insert(words.length, letter), editor);
    doc.transact(() => words.toString(), editor);
  }
  expect(words.toString()).toBe("Growth");
  ada.edits.undo();
  expect(words.toString()).toBe("");
});

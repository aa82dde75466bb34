// What a page does with a plan, in the library that pages use: reads it, edits it, undoes and redoes.
// Standard input: {"document": base64, "fields": [[name, shared type], …], "stamp": {…}}.
// Standard output: what the test compares with the server; updates in base64.
import { readFileSync } from "node:fs";
import * as Y from "yjs";

const given = JSON.parse(readFileSync(0, "utf8"));
const doc = new Y.Doc();
Y.applyUpdate(doc, Buffer.from(given.document, "base64"));
const before = Y.encodeStateVector(doc);
const profile = doc.getMap("customer_profile").get("profile");
const actions = doc.getMap("actions").get("actions");
const updates = [];
doc.on("update", (update) => updates.push(Buffer.from(update).toString("base64")));
const history = new Y.UndoManager([doc.getMap("customer_profile"), doc.getMap("actions")], {
  trackedOrigins: new Set(["page"]),
  captureTimeout: 0,
});
const edit = (change) => doc.transact(change, "page");
const priorities = profile.get("priorities");

edit(() => {
  profile.set("industry", "Hospitals 😀");
  profile.set("employees", 1200);
});
edit(() => profile.get("vision").insert(0, "Hello 😀 wörld"));
edit(() => profile.get("vision").delete(6, 2));
history.undo();
history.undo();
history.redo();
edit(() => {
  const paragraph = new Y.XmlElement("paragraph");
  const words = new Y.XmlText();
  words.insert(0, "bold", { bold: {} });
  words.insert(4, " plain", { bold: null });
  paragraph.insert(0, [words]);
  priorities.insert(1, [paragraph]);
});
edit(() => priorities.get(1).get(0).format(0, 2, { link: { href: "https://a.example", target: null } }));
edit(() => {
  const heading = new Y.XmlElement("heading");
  heading.setAttribute("level", 3);
  priorities.push([heading]);
});
edit(() => priorities.delete(0, 1));
history.undo();
history.undo();
history.redo();
history.undo();

// A record that can be undone comes from the bin, so that undoing puts it there.
const id = "a".repeat(21);
const shared = { text: () => new Y.Text(), xml: () => new Y.XmlFragment(), "": () => null };
doc.transact(() => {
  const record = new Y.Map();
  for (const [name, type] of given.fields) record.set(name, shared[type]());
  record.set("removed", given.stamp);
  record.set("effort", 2.5);
  actions.set(id, record);
}, "create");
edit(() => actions.get(id).set("removed", null));
history.undo();
history.redo();
edit(() => actions.get(id).get("notes").insert(0, "note"));

// Somebody types, letter by letter: in a text, and in the words of a paragraph.
const typedFrom = updates.length;
const typing = (words, letters) => {
  for (const letter of letters) edit(() => words.insert(words.length, letter));
};
typing(profile.get("vision"), " à nous");
typing(priorities.get(1).get(0), " text");

console.log(
  JSON.stringify({
    updates,
    typed_from: typedFrom,
    whole: Buffer.from(Y.encodeStateAsUpdate(doc)).toString("base64"),
    lacking: Buffer.from(Y.encodeStateAsUpdate(doc, before)).toString("base64"),
    vision: profile.get("vision").toString(),
    kinds: priorities.toArray().map((node) => [node.nodeName, node.getAttributes()]),
  }),
);

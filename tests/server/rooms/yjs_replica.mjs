// What a page holds once it took updates in the order given, in the library that pages use.
// Standard input: {"taken": [base64, …]}.
// Standard output: what the test compares with the server, in base64, and whether the page still waits for something.
import { readFileSync } from "node:fs";
import * as Y from "yjs";

const { taken } = JSON.parse(readFileSync(0, "utf8"));
const doc = new Y.Doc();
for (const update of taken) Y.applyUpdate(doc, Buffer.from(update, "base64"));
const vector = Y.encodeStateVector(doc);
const base64 = (bytes) => Buffer.from(bytes).toString("base64");

console.log(
  JSON.stringify({
    state: base64(Y.encodeStateAsUpdate(doc)),
    vector: base64(vector),
    // Nothing but deletions are left of an update of all that a document does not lack.
    deletions: base64(Y.encodeStateAsUpdate(doc, vector)),
    waits: doc.store.pendingStructs !== null || doc.store.pendingDs !== null,
  }),
);

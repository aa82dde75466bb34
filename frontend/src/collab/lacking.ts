import * as Y from "yjs";
import type { OwnChange } from "./outbox";

/**
 * What a document with this state vector lacks, without the values that undo keeps of what was overwritten.
 *
 * Those would travel too, several in one structure, which the server does not take. A copy has forgotten them.
 */
export function leanUpdate(doc: Y.Doc, theirs: Uint8Array): Uint8Array {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  const update = Y.encodeStateAsUpdate(copy, theirs);
  copy.destroy();
  return update;
}

/** Whether the document has anything that one with this state vector lacks. */
export function isAhead(doc: Y.Doc, theirs: Uint8Array): boolean {
  return !reaches(Y.decodeStateVector(theirs), doc);
}

/** Whether a document with this state vector has everything after these changes, taken in their order. */
export function doesBringUpToDate(changes: readonly OwnChange[], doc: Y.Doc, theirs: Uint8Array): boolean {
  const known = Y.decodeStateVector(theirs);
  for (const { bytes } of changes) {
    const { from, to } = Y.parseUpdateMeta(bytes);
    for (const [client, clock] of to) {
      const reached = known.get(client) ?? 0;
      if ((from.get(client) ?? 0) > reached) return false;
      known.set(client, Math.max(reached, clock));
    }
  }
  return reaches(known, doc);
}

function reaches(known: ReadonlyMap<number, number>, doc: Y.Doc): boolean {
  const ours = Y.decodeStateVector(Y.encodeStateVector(doc));
  return [...ours].every(([client, clock]) => clock <= (known.get(client) ?? 0));
}

import * as Y from "yjs";
import { keyOf, ORIGIN, type PlanDocument, placesOf } from "./document";

/** Changes of one place within this time are one step; longer pauses begin another. */
const STEP_MS = 500;

/** The name under which the editor of formatted text writes; its module is loaded only with an editor. */
const EDITOR_ORIGIN = "y-sync$";

type Step = Y.UndoManager["undoStack"][number];

/**
 * Undo and redo of what this person did, and nothing else (D5).
 *
 * Three things differ from a plain `Y.UndoManager`. A value is put back only where the person's own value
 * still stands, so that a later change by somebody else stays. The key of a record or a field is never
 * deleted (D3 would have the server refuse it). And `destroy` does nothing, because every
 * editor of formatted text destroys the manager it was lent; `retire` ends it.
 */
export class PersonalUndo extends Y.UndoManager {
  #place = "";
  #together = false;
  readonly #document: PlanDocument;
  readonly #onChange: () => void;

  /** `onChange` is called when what can be undone or redone may have changed. */
  constructor(document: PlanDocument, onChange: () => void) {
    super(document.doc, {
      captureTimeout: STEP_MS,
      trackedOrigins: new TrackedOrigins([null, ORIGIN.local]),
      captureTransaction: (transaction) => this.#capture(transaction),
      deleteFilter: mayDelete,
      // Whether a value may be put back is decided in `#forgetOverwritten`, before the step is undone.
      ignoreRemoteMapChanges: true,
    });
    this.#document = document;
    this.#onChange = onChange;
    this.on("stack-item-added", onChange);
    this.on("stack-cleared", onChange);
  }

  override undo(): Step | null {
    this.#forgetOverwritten(this.undoStack);
    const undone = super.undo();
    this.#onChange();
    return undone;
  }

  override redo(): Step | null {
    this.#forgetOverwritten(this.redoStack);
    const redone = super.redo();
    this.#onChange();
    return redone;
  }

  /** Do several edits as one step. */
  together(work: () => void): void {
    this.stopCapturing();
    this.#together = true;
    try {
      work();
    } finally {
      this.#together = false;
      this.stopCapturing();
    }
  }

  override destroy(): void {}

  retire(): void {
    super.destroy();
  }

  #capture(transaction: Y.Transaction): boolean {
    // An editor also opens transactions to look; they must not end the step that is being typed.
    if (transaction.changed.size === 0) return false;
    if (transaction.meta.get("addToHistory") === false || !this.trackedOrigins.has(transaction.origin))
      return false;
    if (this.undoing || this.redoing || this.#together) return true;
    const place = placesOf(transaction, this.#document.index).map(keyOf).join(" ");
    if (place !== this.#place) this.stopCapturing();
    this.#place = place;
    return true;
  }

  /** Take values that somebody else has changed since out of the next step, and drop steps that thereby are empty. */
  #forgetOverwritten(stack: Step[]): void {
    for (let step = stack.at(-1); step !== undefined; step = stack.at(-1)) {
      step.deletions = this.#withoutOverwritten(step);
      if (this.#hasEffect(step)) return;
      stack.pop();
    }
  }

  #withoutOverwritten(step: Step): Step["deletions"] {
    const kept = Y.createDeleteSet();
    this.doc.transact((transaction) => {
      Y.iterateDeletedStructs(transaction, step.deletions, (struct) => {
        if (struct instanceof Y.Item && isOverwritten(struct, step.insertions)) return;
        const ranges = kept.clients.get(struct.id.client) ?? [];
        const last = ranges.at(-1);
        if (last !== undefined && last.clock + last.len === struct.id.clock) last.len += struct.length;
        else ranges.push({ clock: struct.id.clock, len: struct.length });
        kept.clients.set(struct.id.client, ranges);
      });
    }, ORIGIN.groundwork);
    return kept;
  }

  #hasEffect(step: Step): boolean {
    let effect = step.deletions.clients.size > 0;
    if (effect) return true;
    this.doc.transact((transaction) => {
      Y.iterateDeletedStructs(transaction, step.insertions, (struct) => {
        effect ||=
          struct instanceof Y.Item && (struct.redone !== null || (!struct.deleted && mayDelete(struct)));
      });
    }, ORIGIN.groundwork);
    return effect;
  }
}

class TrackedOrigins extends Set<unknown> {
  override has(origin: unknown): boolean {
    if (super.has(origin)) return true;
    return typeof origin === "object" && origin !== null && "key" in origin && origin.key === EDITOR_ORIGIN;
  }
}

/** Whether the value that replaced this one is no longer the one that this step wrote. */
function isOverwritten(replaced: Y.Item, insertions: Step["insertions"]): boolean {
  if (replaced.parentSub === null || replaced.right === null) return false;
  let last: Y.Item = replaced;
  const own = new Set<string>();
  for (let item: Y.Item | null = replaced.right; item !== null; item = item.right) {
    last = item;
    if (!Y.isDeleted(insertions, item.id) && !own.has(nameOf(item.id))) continue;
    own.add(nameOf(item.id));
    if (item.redone !== null) own.add(nameOf(item.redone));
  }
  return !own.has(nameOf(last.id));
}

function nameOf(id: Y.ID): string {
  return `${id.client}:${id.clock}`;
}

/** The key of a record or field stays for ever, and a paragraph stays while others' words are in it. */
function mayDelete(item: Y.Item): boolean {
  if (item.deleted) return true;
  if (item.parentSub !== null && item.parent instanceof Y.Map) return false;
  if (!(item.content instanceof Y.ContentType)) return true;
  const { type } = item.content;
  return !(type instanceof Y.XmlText || type instanceof Y.XmlElement) || type.length === 0;
}

import type { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { Completeness } from "./completeness";
import { keyOf, ORIGIN, PlanDocument, placesOf, sameValue } from "./document";
import { type Edits, PlanEdits } from "./edits";
import { newId } from "./ids";
import { createAwareness, PeopleIndex } from "./presence";
import type { KeptRejection, KeptValue } from "./rejection";
import { ReportIndex } from "./report";
import { RowIndex } from "./rows";
import type { CodedSaveState } from "./saveState";
import { indexOf, PLAN_SHAPE, type PlanIndex, type PlanShape } from "./shape";
import { Store } from "./store";
import type { Connection, Target, You } from "./types";
import { PersonalUndo } from "./undo";

/** What of a session a component may hold; a new object whenever one of these changes. */
export interface PlanSession {
  readonly planId: string;
  /** Whether there is a plan to show: read from the server, or kept on this device. */
  readonly ready: boolean;
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  /** Edits of shared types made with `doc.transact(…)` or by the editor are undone through it too. */
  readonly undoManager: PersonalUndo;
  readonly you: You | null;
  readonly canEdit: boolean;
}

/** A change that this person made: its bytes, and the places of the plan it touched. */
export interface LocalChange {
  update: Uint8Array;
  places: Target[];
  kind: "value" | "typing" | "groundwork";
}

interface Replica {
  readonly document: PlanDocument;
  readonly awareness: Awareness;
  readonly undoManager: PersonalUndo;
}

/**
 * One person's seat at one plan: a document with everything that pages read from it.
 *
 * It lives as long as the page of the plan. The document inside it may be replaced (W6, another lineage);
 * whoever watches a row or a person sees only what differs.
 */
export class LiveSession {
  readonly planId: string;
  readonly index: PlanIndex;
  readonly rows: RowIndex;
  readonly people: PeopleIndex;
  readonly completeness: Completeness;
  readonly report = new ReportIndex();
  readonly edits: Edits;
  readonly view: Store<PlanSession>;
  readonly connection = new Store<Connection>({ status: "connecting" });
  readonly saveState = new Store<CodedSaveState>({ state: "saved" }, sameValue);
  readonly rejections = new Store<readonly KeptRejection[]>([]);
  /** The most signs that the server takes in one text; it says so itself when the plan is opened. */
  longestText = 20_000;
  readonly undoState = new Store({ canUndo: false, canRedo: false }, sameValue);
  /** Told of every change that this person makes, in order. */
  onLocalChange: (change: LocalChange) => void = () => {};
  #replica: Replica;

  constructor(planId: string, shape: PlanShape = PLAN_SHAPE) {
    this.planId = planId;
    this.index = indexOf(shape);
    this.#replica = this.#replicaOver(new PlanDocument(this.index));
    this.rows = new RowIndex(this.document);
    this.people = new PeopleIndex(this.awareness);
    this.completeness = new Completeness(shape, this.rows);
    this.edits = new PlanEdits({
      rows: this.rows,
      document: () => this.document,
      undoManager: () => this.#replica.undoManager,
      editor: () => (this.view.get().canEdit ? this.view.get().you : null),
      longestText: () => this.longestText,
      refuse: (code, kept) => this.#refuse(code, kept),
    });
    this.view = new Store(this.#viewOf({ ready: false, you: null, canEdit: false }));
    this.#watch(this.#replica);
  }

  get document(): PlanDocument {
    return this.#replica.document;
  }

  get awareness(): Awareness {
    return this.#replica.awareness;
  }

  /** Say who sits here, and whether there is something to show. */
  seat(you: You | null, ready: boolean): void {
    const before = this.view.get();
    // The same person keeps their identity, or every reconnection would begin their editors anew.
    const same = sameValue(before.you, you) ? before.you : you;
    if (same === before.you && ready === before.ready) return;
    const canEdit = ready && you !== null && you.role !== "viewer";
    this.view.set(this.#viewOf({ ready, you: same, canEdit }));
    this.people.rebind(this.awareness, same);
  }

  /** Put another document in the place of the present one, without a moment in between. */
  replaceDocument(document: PlanDocument): void {
    const before = this.#replica;
    const focus = before.awareness.getLocalState()?.at ?? null;
    this.#replica = this.#replicaOver(document);
    this.#replica.awareness.setLocalState({ at: focus });
    this.#watch(this.#replica);
    this.view.set(this.#viewOf(this.view.get()));
    this.people.rebind(this.awareness, this.view.get().you);
    this.rows.rebind(document);
    this.#refreshUndo();
    // Editors let go of the old document when they have rendered with the new one; it only falls silent here.
    before.undoManager.retire();
    before.awareness.setLocalState(null);
  }

  /** Say that something never entered the document, and keep the person's words for copying. */
  #refuse(code: string, kept: KeptValue): void {
    const rejection = {
      key: newId(),
      at: new Date(),
      code,
      where: keyOf(kept.target),
      message: "",
      kept: [kept],
    };
    this.rejections.set([...this.rejections.get(), rejection]);
  }

  #replicaOver(document: PlanDocument): Replica {
    const undoManager = new PersonalUndo(document, () => this.#refreshUndo());
    return { document, undoManager, awareness: createAwareness(document.doc) };
  }

  #watch(replica: Replica): void {
    let places: Target[] = [];
    let isTyping = false;
    const { doc } = replica.document;
    doc.on("afterTransaction", (transaction) => {
      places = placesOf(transaction, this.index);
      isTyping = [...transaction.changed.keys()].some((type) => !(type instanceof Y.Map));
      if (replica === this.#replica) this.rows.refresh(places);
    });
    doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (replica !== this.#replica || origin === ORIGIN.server || origin === ORIGIN.recalled) return;
      const kind = origin === ORIGIN.groundwork ? "groundwork" : isTyping ? "typing" : "value";
      this.onLocalChange({ update, places, kind });
    });
  }

  #refreshUndo(): void {
    const { undoStack, redoStack } = this.#replica.undoManager;
    this.undoState.set({ canUndo: undoStack.length > 0, canRedo: redoStack.length > 0 });
  }

  #viewOf({ ready, you, canEdit }: Pick<PlanSession, "ready" | "you" | "canEdit">): PlanSession {
    const { document, awareness, undoManager } = this.#replica;
    return { planId: this.planId, ready, doc: document.doc, awareness, undoManager, you, canEdit };
  }
}

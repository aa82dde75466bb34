import * as Y from "yjs";
import { ORIGIN, PlanDocument } from "./document";
import { newId } from "./ids";
import { doesBringUpToDate, isAhead, leanUpdate } from "./lacking";
import { LocalCopy } from "./localCopy";
import { Outbox } from "./outbox";
import { type KeptRejection, keepValues, missingFrom } from "./rejection";
import type { LiveSession, LocalChange } from "./session";
import type { PlanRole, Target, You } from "./types";
import { Unsaved } from "./unsaved";
import { fromBase64, type OpenAnswer, type OpenQuestion, toBase64, type WireProblem } from "./wire";

/** Whether this line goes on, or the plan must be opened again over a new one. */
type Outcome = "open" | "again";

type Problem = WireProblem & { where: string };

/** Keeps three documents equal: the one on the page, the server's, and the copy on this device. */
export class Replication {
  readonly unsaved = new Unsaved();
  readonly #session: LiveSession;
  readonly #outbox: Outbox;
  #copy: LocalCopy | null = null;
  #lineage: string | null = null;
  #key = "";
  /** The document on the page is void: the next opening asks for the whole plan. */
  #isVoid = false;
  #problem: Problem | null = null;
  /** The rejections that this device knows of, to see which are added and put away. */
  #shown: readonly KeptRejection[] = [];

  constructor(session: LiveSession, send: (n: number, update: string) => void) {
    this.#session = session;
    this.#outbox = new Outbox((n, update, isLast) => {
      // An edit may be in several messages; it is saved with the last of them.
      if (isLast) this.unsaved.sent(n);
      send(n, toBase64(update));
    });
  }

  get isKept(): boolean {
    return this.#copy !== null && !this.#copy.isBroken;
  }

  /** Whether this device has yet to write down something that this person did. */
  get isBehind(): boolean {
    return this.#copy?.isBehind ?? false;
  }

  /** Resolves when everything that this person did is written down here, or the device has refused. */
  written(): Promise<void> {
    return this.#copy?.write() ?? Promise.resolve();
  }

  /** Show what this device has kept, of `participant` or of whoever used it last. */
  async recall(participant?: string): Promise<void> {
    const recalled = await LocalCopy.recall(this.#session.planId, this.#state, participant).catch(() => null);
    if (recalled === null) return;
    const { doc } = this.#session.document;
    doc.transact(() => {
      for (const update of recalled.updates) Y.applyUpdate(doc, update, ORIGIN.recalled);
    }, ORIGIN.recalled);
    this.#copy = recalled.copy;
    this.#lineage = recalled.copy.lineage;
    this.unsaved.recall(recalled.unsaved);
    this.#outbox.recall(recalled.changes);
    this.#session.seat(recalled.copy.you, true);
    this.#show([...recalled.rejections, ...this.#session.rejections.get()]);
  }

  /** Keep on this device what the page says was not accepted, and no longer what the person has put away. */
  keepRejections(): void {
    const before = this.#shown;
    this.#shown = this.#session.rejections.get();
    const added = this.#shown.filter((one) => !before.includes(one));
    const gone = before.filter((one) => !this.#shown.includes(one)).map(({ key }) => key);
    if (added.length + gone.length > 0) this.#copy?.keepRejections(added, gone);
  }

  question(): OpenQuestion {
    if (this.#lineage === null || this.#isVoid) return {};
    const vector = Y.encodeStateVector(this.#session.document.doc);
    return { lineage: this.#lineage, state_vector: toBase64(vector) };
  }

  /** Take the server's answer: merge it, or begin anew with the whole plan it brings. */
  async open(answer: OpenAnswer): Promise<Outcome> {
    const { key, ...you } = answer.you;
    if (this.#copy !== null && this.#copy.you.participant !== you.participant) {
      await this.#changeSeats(you.participant);
      return "again";
    }
    this.#key = key;
    if (this.#lineage === null || this.#isVoid || answer.reset) this.#beginAnew(answer, you);
    else if (!this.#merge(answer, you)) return "again";
    this.#session.longestText = answer.limits.text_length;
    this.#outbox.open(answer.limits);
    this.#sendWhatIsLacking(fromBase64(answer.state_vector));
    return "open";
  }

  /** Take what the server sent and what it has saved of ours (W1). */
  edits(update: string, saved: Readonly<Record<string, number>>): Outcome {
    const { doc } = this.#session.document;
    if (update !== "") {
      const bytes = fromBase64(update);
      Y.applyUpdate(doc, bytes, ORIGIN.server);
      this.#copy?.keepOthers(bytes);
    }
    const n = saved[this.#key];
    if (n !== undefined) {
      const [edits, changes] = [this.unsaved.saved(n), this.#outbox.saved(n)];
      this.#copy?.settle(edits, changes);
    }
    return doc.store.pendingStructs === null ? "open" : "again";
  }

  /** The server did not accept an edit: everything that stands on it here is void (W6). */
  reject({ code, where, message }: Problem): void {
    this.#isVoid = true;
    this.#problem = { code, where, message };
  }

  /** A change by this person; "again" when they had no right to make it. */
  changed(change: LocalChange): Outcome {
    const edit = this.unsaved.add(change);
    const own = { key: newId(), bytes: change.update };
    if (!this.#session.view.get().canEdit) {
      this.reject({ code: "read_only", where: "", message: "" });
      return "again";
    }
    this.#copy?.keepOwn(own, edit);
    this.#outbox.queue(own);
    return "open";
  }

  /** The server says that this person's rights are others now (W7). */
  seat(role: PlanRole): void {
    const { you } = this.#session.view.get();
    if (you !== null) this.#seat({ ...you, role });
  }

  /** The line is gone: what was not acknowledged goes out again with the next one (W9). */
  lost(): void {
    this.#outbox.close();
    this.unsaved.unsend();
  }

  /** Send what waits, and write down what is not yet; for a page that is about to close. */
  finish(): void {
    this.#outbox.flush();
    void this.#copy?.write();
  }

  /** This person may not see the plan any longer: take it from the page, and from the device unless told not to. */
  async leave(problem: WireProblem, isForgotten: boolean): Promise<void> {
    this.lost();
    this.#isVoid = true;
    const places = this.unsaved.places();
    const copy = this.#copy;
    // The edits that wait on this device are not refused: they come back with the person.
    this.#replace(new PlanDocument(this.#session.index), null, places, { ...problem, where: "" });
    this.#session.report.reset();
    this.#copy = null;
    this.#lineage = null;
    if (isForgotten) await copy?.forget();
  }

  /** Another person has signed in here since the copy was made. */
  async #changeSeats(participant: string): Promise<void> {
    this.#copy = null;
    this.#lineage = null;
    this.unsaved.clear();
    this.#outbox.clear();
    this.#show([]);
    this.#session.report.reset();
    this.#session.replaceDocument(new PlanDocument(this.#session.index));
    this.#session.seat(null, false);
    await this.recall(participant);
  }

  #beginAnew(answer: OpenAnswer, you: You): void {
    const document = new PlanDocument(this.#session.index);
    Y.applyUpdate(document.doc, fromBase64(answer.update), ORIGIN.server);
    const problem = this.#problem ?? { code: answer.reset ? "lineage" : "gap", where: "", message: "" };
    if (answer.lineage !== this.#lineage) this.#session.report.reset();
    this.#lineage = answer.lineage;
    const rejection = this.#replace(document, you, this.unsaved.places(), problem);
    this.#isVoid = false;
    this.#problem = null;
    const { lineage } = answer;
    this.#copy = LocalCopy.begin(this.#session.planId, { lineage, you, state: this.#state, rejection });
  }

  /** Put another document on the page and show what of these places it lacks. */
  #replace(
    document: PlanDocument,
    you: You | null,
    places: readonly Target[],
    problem: Problem,
  ): KeptRejection | null {
    const kept = keepValues(this.#session, places);
    this.unsaved.clear();
    this.#outbox.clear();
    this.#session.replaceDocument(document);
    this.#session.seat(you, you !== null);
    const missing = missingFrom(this.#session, kept);
    if (missing.length === 0 && this.#problem === null) return null;
    const rejection: KeptRejection = { key: newId(), at: new Date(), ...problem, kept: missing };
    this.#show([...this.#session.rejections.get(), rejection]);
    return rejection;
  }

  #show(rejections: readonly KeptRejection[]): void {
    this.#shown = rejections;
    this.#session.rejections.set(rejections);
  }

  /** Merge the answer; false when the document on the page turns out to be void. */
  #merge(answer: OpenAnswer, you: You): boolean {
    const { doc } = this.#session.document;
    const update = fromBase64(answer.update);
    Y.applyUpdate(doc, update, ORIGIN.server);
    this.#copy?.keepOthers(update);
    this.#seat(you);
    if (you.role === "viewer" && this.unsaved.count > 0) {
      this.reject({ code: "read_only", where: "", message: "" });
    }
    // The copy on this device has lost a piece, and the server does not have it either.
    if (doc.store.pendingStructs !== null) this.#isVoid = true;
    return !this.#isVoid;
  }

  #seat(you: You): void {
    if (this.#copy !== null) this.#copy.you = you;
    this.#session.seat(you, true);
  }

  #sendWhatIsLacking(theirs: Uint8Array): void {
    const { doc } = this.#session.document;
    // Deletions leave no trace in a state vector, but an edit that has not been saved tells of them.
    if (this.unsaved.count === 0 && !isAhead(doc, theirs)) return;
    const whole = leanUpdate(doc, theirs);
    const isSplittable = doesBringUpToDate(this.#outbox.changes, doc, theirs);
    // Cut by clocks a part could show an entry between two values, and such a deletion the server refuses (D3).
    if (whole.length > this.#outbox.largest && isSplittable) this.#outbox.sendFrom(theirs);
    else this.#outbox.sendAs(whole);
  }

  #state = (): Uint8Array => Y.encodeStateAsUpdate(this.#session.document.doc);
}

import {
  Awareness,
  applyAwarenessUpdate,
  encodeAwarenessUpdate,
  modifyAwarenessUpdate,
} from "y-protocols/awareness";
import * as Y from "yjs";
import { PlanDocument } from "../document";
import type { Report } from "../report";
import { indexOf, PLAN_SHAPE } from "../shape";
import type { PlanRole, You } from "../types";
import {
  type Dial,
  fromBase64,
  type Link,
  type LinkListener,
  type OpenAnswer,
  type OpenQuestion,
  toBase64,
  type WireProblem,
} from "../wire";
import { type PlanValues, planBytes } from "./localSession";

interface Seat {
  key: string;
  you: You;
  listener: LinkListener;
  isOpen: boolean;
  n: number;
}

interface Waiting {
  seat: Seat;
  n: number;
  update: Uint8Array;
}

/** The verdict of a test on a changed field: the code with which it is refused, or null. */
export type Gate = (place: { section: string; id: string; field: string; value: unknown }) => string | null;

/**
 * A server that keeps the rules of the wire, in memory.
 *
 * It has what clients must be proof against: a journal that can be held up, lines that break or fall
 * silent, a gate that refuses, and a content that is begun anew.
 */
export class FakeServer {
  document: PlanDocument;
  lineage = "lineage-1";
  seq = 1;
  gate: Gate = () => null;
  limits = { update_bytes: 512 * 1_024, edits_per_second: 100, presence_bytes: 8_000, text_length: 20_000 };
  isReachable = true;
  /** What the server answers everybody who dials, instead of letting them in. */
  problem: WireProblem | null = null;
  /** Whether what clients and server say to each other is swallowed on the way. */
  isSilent = false;
  /** Every message `edit` that arrived, in order. */
  readonly received: { participant: string; n: number; update: Uint8Array }[] = [];
  readonly questions: OpenQuestion[] = [];
  readonly presenceReceived: string[] = [];
  readonly #owners = new Map<number, string>();
  #awareness = new Awareness(new Y.Doc());
  #report: Partial<Report> | null = null;
  #seats: Seat[] = [];
  #waiting: Waiting[] = [];
  #isHeld = false;
  #keys = 0;

  constructor(values: PlanValues = {}) {
    this.document = this.#begin(values);
    clearInterval(this.#awareness._checkInterval);
    this.#awareness.setLocalState(null);
  }

  get people(): number {
    return this.#seats.filter((seat) => seat.isOpen).length;
  }

  /** How a client of this person reaches the server. */
  dialFor(you: You): Dial {
    return (_planId, listener) => this.#answer(you, listener);
  }

  /** Keep edits in memory without saying that they are saved. */
  holdJournal(): void {
    this.#isHeld = true;
  }

  releaseJournal(): void {
    this.#isHeld = false;
    this.#commit();
  }

  /** Break every line and forget what had not reached the journal, as a restart does. */
  cut(): void {
    for (const { you } of this.#seats) this.cutOff(you.participant);
    this.#waiting = [];
  }

  /** Break the lines of one person, as a lost network does. */
  cutOff(participant: string): void {
    for (const seat of this.#seatsOf(participant)) {
      this.#seats = this.#seats.filter((other) => other !== seat);
      this.#leave(seat);
      deliver(() => seat.listener.lost(null));
    }
  }

  refuse(participant: string, problem: WireProblem): void {
    for (const seat of this.#seatsOf(participant)) {
      deliver(() => seat.listener.refused(problem));
      deliver(() => seat.listener.lost(null));
    }
  }

  changeRole(participant: string, role: PlanRole): void {
    for (const seat of this.#seatsOf(participant)) {
      seat.you = { ...seat.you, role };
      deliver(() => seat.listener.you({ role }));
    }
  }

  /** Tell everybody at the plan what it works out by itself; who comes later gets all of it. */
  report(parts: Partial<Report>): void {
    this.#report = { ...this.#report, ...parts };
    for (const { listener, isOpen } of this.#seats)
      if (isOpen) deliver(() => listener.report(this.seq, parts));
  }

  /** Another content under another lineage, as after a restored backup. */
  beginAnew(values: PlanValues): void {
    this.document = this.#begin(values);
    this.lineage = "lineage-2";
    this.#report = null;
    this.#owners.clear();
  }

  #begin(values: PlanValues): PlanDocument {
    const document = new PlanDocument(indexOf(PLAN_SHAPE));
    Y.applyUpdate(document.doc, planBytes(values));
    return document;
  }

  #seatsOf(participant: string): Seat[] {
    return this.#seats.filter((seat) => seat.you.participant === participant);
  }

  #answer(you: You, listener: LinkListener): Link {
    const seat: Seat = { key: `key-${++this.#keys}`, you: { ...you }, listener, isOpen: false, n: 0 };
    const reach = (work: () => void) => {
      if (this.#seats.includes(seat) && !this.isSilent) deliver(work);
    };
    const { problem } = this;
    if (this.isReachable && problem === null) {
      this.#seats.push(seat);
      reach(() => listener.connected());
    } else deliver(() => listener.lost(this.isReachable ? problem : null));
    return {
      open: (question) => this.#open(seat, question),
      edit: (n, update) => reach(() => this.#receive(seat, n, fromBase64(update))),
      presence: (update) => reach(() => this.#hearPresence(seat, update)),
      close: () => {
        this.#seats = this.#seats.filter((other) => other !== seat);
        this.#leave(seat);
      },
    };
  }

  async #open(seat: Seat, question: OpenQuestion): Promise<OpenAnswer> {
    this.questions.push(question);
    seat.isOpen = true;
    const { doc } = this.document;
    const reset = question.lineage !== undefined && question.lineage !== this.lineage;
    const vector =
      reset || question.state_vector === undefined ? undefined : fromBase64(question.state_vector);
    const states = [...this.#awareness.getStates().keys()];
    const presence = toBase64(encodeAwarenessUpdate(this.#awareness, states));
    deliver(() => seat.listener.presence(presence));
    const [seq, report] = [this.seq, this.#report];
    if (report !== null) deliver(() => seat.listener.report(seq, report));
    return {
      lineage: this.lineage,
      reset,
      update: toBase64(Y.encodeStateAsUpdate(doc, vector)),
      state_vector: toBase64(Y.encodeStateVector(doc)),
      seq: this.seq,
      you: { key: seat.key, ...seat.you },
      limits: this.limits,
      workshop: null,
    };
  }

  #receive(seat: Seat, n: number, update: Uint8Array): void {
    this.received.push({ participant: seat.you.participant, n, update });
    const code = n === seat.n + 1 ? this.#verdict(seat, update) : "gap";
    if (code !== null) {
      deliver(() => seat.listener.rejected({ n, code, where: "", message: `Refused: ${code}.` }));
      return;
    }
    seat.n = n;
    this.#waiting.push({ seat, n, update });
    if (!this.#isHeld) this.#commit();
  }

  /** Log, commit, apply, broadcast, in that order; one broadcast carries update and receipts (W1). */
  #commit(): void {
    const batch = this.#waiting.splice(0);
    if (batch.length === 0) return;
    const saved: Record<string, number> = {};
    for (const { seat, n, update } of batch) {
      Y.applyUpdate(this.document.doc, update);
      saved[seat.key] = n;
    }
    this.seq += 1;
    const [seq, update] = [this.seq, toBase64(Y.mergeUpdates(batch.map((one) => one.update)))];
    if (this.isSilent) return;
    for (const { listener, isOpen } of this.#seats)
      if (isOpen) deliver(() => listener.edits(seq, update, saved));
  }

  /** Try the update on a copy: the first reason to refuse it, or null. */
  #verdict(seat: Seat, update: Uint8Array): string | null {
    if (seat.you.role === "viewer") return "read_only";
    if (update.length > this.limits.update_bytes) return "too_large";
    for (const struct of Y.decodeUpdate(update).structs) {
      const owner = this.#owners.get(struct.id.client) ?? seat.you.participant;
      if (owner !== seat.you.participant) return "not_yours";
      this.#owners.set(struct.id.client, owner);
    }
    const staging = new PlanDocument(this.document.index);
    Y.applyUpdate(staging.doc, Y.encodeStateAsUpdate(this.document.doc));
    for (const { update: earlier } of this.#waiting) Y.applyUpdate(staging.doc, earlier);
    const codes: string[] = [];
    for (const tool of staging.doc.share.values()) {
      tool.observeDeep((events) => codes.push(...events.flatMap((event) => this.#codesOf(event))));
    }
    Y.applyUpdate(staging.doc, update);
    return staging.doc.store.pendingStructs === null ? (codes[0] ?? null) : "gap";
  }

  #codesOf(event: Y.YEvent<Y.AbstractType<unknown>>): string[] {
    if (!(event.target instanceof Y.Map)) return [];
    const target = event.target as Y.Map<unknown>;
    const [section = "", id = ""] = event.path.map(String);
    return [...event.changes.keys].flatMap(([field, { action }]) => {
      if (action === "delete") return ["raw_deletion"];
      const value = target.get(field);
      if (value instanceof Y.Map)
        return [...value].flatMap(([name, held]) => this.#codeOf(section, field, name, held));
      return this.#codeOf(section, id, field, value);
    });
  }

  #codeOf(section: string, id: string, field: string, value: unknown): string[] {
    const code = value instanceof Y.AbstractType ? null : this.gate({ section, id, field, value });
    return code === null ? [] : [code];
  }

  #hearPresence(seat: Seat, update: string): void {
    this.presenceReceived.push(update);
    const { participant, name, department } = seat.you;
    const user = { key: seat.key, participant, name, department, color: "#0f766e" };
    const signed = modifyAwarenessUpdate(
      fromBase64(update),
      (state: object | null) => state && { ...state, user },
    );
    applyAwarenessUpdate(this.#awareness, signed, seat);
    const others = this.#seats.filter((other) => other.isOpen && other !== seat);
    for (const { listener } of others) deliver(() => listener.presence(toBase64(signed)));
  }

  #leave(seat: Seat): void {
    seat.isOpen = false;
    const clients = [...this.#awareness.getStates()]
      .filter(([, state]) => state.user?.key === seat.key)
      .map(([client]) => client);
    if (clients.length === 0) return;
    for (const client of clients) this.#awareness.states.delete(client);
    const removal = toBase64(encodeAwarenessUpdate(this.#awareness, clients));
    for (const { listener, isOpen } of this.#seats) if (isOpen) deliver(() => listener.presence(removal));
  }
}

/** Messages never arrive within the call that sent them. */
function deliver(work: () => void): void {
  queueMicrotask(work);
}

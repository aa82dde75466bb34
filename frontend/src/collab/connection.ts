import { applyAwarenessUpdate } from "y-protocols/awareness";
import { ORIGIN } from "./document";
import { announce, forgetOthers } from "./presence";
import { PresenceSender } from "./presenceSender";
import { Replication } from "./replication";
import { Retry } from "./retry";
import { saveStateOf } from "./saveState";
import type { LiveSession } from "./session";
import type { Connection } from "./types";
import { type Dial, fromBase64, type Link, type LinkListener, toBase64, type WireProblem } from "./wire";

/** The access itself is gone: the copy on this device goes too. */
const GONE = new Set(["signed_out", "removed", "in_bin", "unknown_plan"]);

/** Nobody is signed in: edits that wait on this device are theirs when they come back. */
const SIGN_IN = "sign_in_needed";

/** How the codes begin that say that the server answers, and its storage does not. */
const STORAGE = "storage";

/** A line on which an edit has waited this long without any word from the server is dead. */
const SILENCE_MS = 15_000;

/** A line that has not been opened after this long never will be. */
const PATIENCE_MS = 15_000;
const PULSE_MS = 5_000;

/** Only a line that lasts this long shows that the server is well again. */
const HEALTHY_MS = 10_000;

/** Keeps a session in touch with the server: dials, notices when the line is dead, and dials again. */
export class PlanConnection {
  readonly #session: LiveSession;
  readonly #dial: Dial;
  readonly #participant: string | undefined;
  readonly #replication: Replication;
  readonly #presence: PresenceSender;
  readonly #retry = new Retry(() => this.#dialNow());
  /** Resolves when the document is not being read from this device, so that a question can be asked. */
  #settled: Promise<unknown> = Promise.resolve();
  #link: Link | null = null;
  #isOpen = false;
  #isStopped = true;
  #dialledAt = 0;
  #openedAt = 0;
  /** Since when an edit has been waiting with no word from the server. */
  #waitingSince: number | null = null;
  /** What arrived between the server's answer and its being taken in. */
  #early: (() => void)[] = [];
  #stops: (() => void)[] = [];

  /** `participant` is who is signed in, when that is known before the server has said it. */
  constructor(session: LiveSession, dial: Dial, participant?: string) {
    this.#session = session;
    this.#participant = participant;
    this.#dial = dial;
    this.#replication = new Replication(session, (n, update) => {
      this.#waitingSince ??= performance.now();
      this.#link?.edit(n, update);
    });
    this.#presence = new PresenceSender(session, (update) => {
      if (this.#isOpen) this.#link?.presence(toBase64(update));
    });
  }

  start(): void {
    this.#isStopped = false;
    this.#session.onLocalChange = (change) => {
      if (this.#replication.changed(change) === "again") this.#dialAgain();
      this.#tell();
      void this.#replication.written().then(() => this.#tell());
    };
    this.#presence.start();
    this.#stops = [
      ...this.#watchWindow(),
      this.#session.people.onPeople(() => this.#tell()),
      this.#session.rejections.subscribe(() => {
        this.#replication.keepRejections();
        this.#tell();
      }),
    ];
    const pulse = setInterval(() => this.#checkPulse(), PULSE_MS);
    this.#stops.push(() => clearInterval(pulse));
    this.#tell();
    this.#settled = this.#replication.recall(this.#participant).then(() => this.#tell());
    this.#dialNow();
  }

  stop(): void {
    this.#isStopped = true;
    this.#retry.stop();
    for (const stop of this.#stops) stop();
    this.#goodbye();
    this.#presence.stop();
    this.#session.onLocalChange = () => {};
  }

  #dialNow(): void {
    if (this.#link !== null || this.#isStopped) return;
    this.#retry.stop();
    const listener = this.#listener(() => link === this.#link);
    const link = this.#dial(this.#session.planId, listener);
    this.#link = link;
    this.#dialledAt = performance.now();
  }

  /** A line's listener; what comes from a line that has been given up is not heard. */
  #listener(isCurrent: () => boolean): LinkListener {
    const heard =
      <A extends unknown[]>(handle: (...args: A) => void) =>
      (...args: A) => {
        if (!isCurrent() || this.#isStopped) return;
        handle(...args);
        this.#waitingSince = this.#replication.unsaved.count > 0 ? performance.now() : null;
        this.#tell();
      };
    const inTurn = <A extends unknown[]>(handle: (...args: A) => void) => {
      const now = heard(handle);
      return (...args: A) =>
        this.#isOpen || !isCurrent() ? now(...args) : this.#early.push(() => now(...args));
    };
    return {
      connected: heard(() => void this.#open(isCurrent)),
      edits: inTurn((_seq, update, saved) => {
        if (this.#replication.edits(update, saved) === "again") this.#dialAgain();
      }),
      rejected: inTurn((message) => {
        this.#replication.reject(message);
        this.#dialAgain();
      }),
      presence: inTurn((update) =>
        applyAwarenessUpdate(this.#session.awareness, fromBase64(update), ORIGIN.server),
      ),
      you: inTurn(({ role }) => this.#replication.seat(role)),
      report: inTurn((_seq, parts) => this.#session.report.take(parts)),
      refused: heard((problem) => this.#refused(problem)),
      lost: heard((problem) => (problem === null ? this.#lost() : this.#refused(problem))),
    };
  }

  async #open(isCurrent: () => boolean): Promise<void> {
    await this.#settled;
    const link = this.#link;
    if (!isCurrent() || link === null) return;
    const answer = await link.open(this.#replication.question()).catch(() => null);
    if (!isCurrent() || this.#isStopped) return;
    if (answer !== null && "error" in answer) this.#refused(answer.error);
    else {
      const taken =
        answer === null ? Promise.resolve(null) : this.#replication.open(answer).catch(() => null);
      this.#settled = taken;
      const outcome = await taken;
      if (!isCurrent() || this.#isStopped) return;
      if (outcome === "open") this.#opened();
      else if (outcome === "again") this.#dialAgain();
      else this.#lost();
    }
    this.#tell();
  }

  #opened(): void {
    this.#isOpen = true;
    this.#openedAt = performance.now();
    this.#session.connection.set({ status: "online", people: 1 });
    // The server tells everybody's presence anew; who left in between must not stay.
    forgetOthers(this.#session.awareness);
    announce(this.#session.awareness);
    for (const handle of this.#early.splice(0)) handle();
  }

  #hangUp(): void {
    this.#link?.close();
    this.#link = null;
    this.#isOpen = false;
    this.#waitingSince = null;
    this.#early = [];
    this.#replication.lost();
  }

  /** Open again over a new line, because this one has served its purpose; nobody need see it. */
  #dialAgain(): void {
    this.#hangUp();
    this.#retry.now();
  }

  #lost(cannotSave = false): void {
    this.#hangUp();
    forgetOthers(this.#session.awareness);
    const before = this.#session.connection.get();
    const since = before.status === "offline" ? before.since : new Date();
    this.#session.connection.set({ status: "offline", since, unsavedEdits: 0, cannotSave });
    this.#retry.later(navigator.onLine);
  }

  #refused(problem: WireProblem): void {
    const isGone = GONE.has(problem.code);
    if (!isGone && problem.code !== SIGN_IN) {
      // Too slow, moved, stopping, not stored: the plan is there, only this line is not.
      this.#lost(problem.code.startsWith(STORAGE));
      return;
    }
    this.#hangUp();
    this.#retry.stop();
    const isForgotten = isGone || this.#replication.unsaved.count === 0;
    this.#session.connection.set({ status: "refused", ...problem });
    void this.#replication.leave(problem, isForgotten);
  }

  /** The browser does not say that a line is dead; silence does. */
  #checkPulse(): void {
    const now = performance.now();
    const isMute = this.#waitingSince !== null && now - this.#waitingSince > SILENCE_MS;
    const isStuck = this.#link !== null && !this.#isOpen && now - this.#dialledAt > PATIENCE_MS;
    if (isMute || isStuck) this.#lost();
    else if (this.#isOpen && now - this.#openedAt > HEALTHY_MS) this.#retry.succeeded();
    this.#tell();
  }

  #watchWindow(): (() => void)[] {
    const comeBack = () => {
      if (!this.#isOpen && this.#session.connection.get().status !== "refused") this.#dialAgain();
    };
    return [
      listen(window, "online", comeBack),
      listen(window, "offline", () => {
        if (this.#link !== null) this.#lost();
        this.#tell();
      }),
      listen(window, "pagehide", () => this.#goodbye()),
      listen(window, "pageshow", (event) => {
        if (event instanceof PageTransitionEvent && event.persisted) comeBack();
      }),
      listen(document, "visibilitychange", () => {
        if (document.visibilityState === "visible") comeBack();
        // Who looks at another window is still here, but not in any field.
        else this.#session.awareness.setLocalState({ at: null });
      }),
    ];
  }

  /** Leave in good order: what waits is sent, and others see at once that this person has gone. */
  #goodbye(): void {
    this.#replication.finish();
    this.#session.awareness.setLocalState(null);
    this.#presence.sendNow();
    this.#hangUp();
  }

  #tell(): void {
    const connection = this.#withFigures(this.#session.connection.get());
    this.#session.connection.set(connection);
    const { you } = this.#session.view.get();
    this.#session.saveState.set(
      saveStateOf({
        connection,
        isViewer: you?.role === "viewer",
        unsaved: this.#replication.unsaved.count,
        isKept: this.#replication.isKept,
        isBehind: this.#replication.isBehind,
        rejection: this.#session.rejections.get().at(-1) ?? null,
      }),
    );
  }

  /** The same connection with the present count of people or of edits. */
  #withFigures(connection: Connection): Connection {
    if (connection.status === "online") {
      const people = this.#session.people.people().length;
      return people === connection.people ? connection : { status: "online", people };
    }
    if (connection.status !== "offline") return connection;
    const unsavedEdits = this.#replication.unsaved.count;
    return unsavedEdits === connection.unsavedEdits ? connection : { ...connection, unsavedEdits };
  }
}

function listen(target: EventTarget, event: string, handle: (event: Event) => void): () => void {
  target.addEventListener(event, handle);
  return () => target.removeEventListener(event, handle);
}

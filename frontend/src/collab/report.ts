import type { Report, ReportedFinding, ReportPart } from "../schema/report.generated";
import { sameValue } from "./document";
import { Listeners, Store } from "./store";
import type { Target } from "./types";

export type Finding = ReportedFinding;
export type { Report, ReportPart };
export type Severity = Finding["severity"];

const NO_FINDINGS: readonly Finding[] = [];

/**
 * The latest report that has reached this page, and its findings by place.
 *
 * It stays when the line is lost. A part or a finding that says the same as before keeps its identity, so
 * that only what shows something else is rendered again.
 */
export class ReportIndex {
  readonly whole = new Store<Report | null>(null);
  #atPlace = new Map<string, readonly Finding[]>();
  readonly #listeners = new Listeners();

  /** Take in the parts that the server has sent; the others stand. */
  take(parts: Partial<Report>): void {
    const before = this.whole.get();
    const fresh = Object.entries(parts).map(([name, part]) => [
      name,
      name === "findings" ? withIdentity(before?.findings ?? NO_FINDINGS, parts.findings ?? []) : part,
    ]);
    const changed = fresh.filter(([name, part]) => !sameValue(before?.[name as ReportPart], part));
    if (before !== null && changed.length === 0) return;
    // The first message has all the parts that there are.
    const now = { findings: NO_FINDINGS, ...before, ...Object.fromEntries(changed) } as Report;
    this.#arrange(now.findings);
    this.whole.set(now);
  }

  /** The plan is another one now, or nobody's here any longer. */
  reset(): void {
    this.#arrange(NO_FINDINGS);
    this.whole.set(null);
  }

  findings = (): readonly Finding[] => this.whole.get()?.findings ?? NO_FINDINGS;

  /** What is to be mended at exactly this place, without what was set aside. */
  findingsAt(target: Target): readonly Finding[] {
    return this.#atPlace.get(placeOf(target)) ?? NO_FINDINGS;
  }

  onPlace(target: Target, listener: () => void): () => void {
    return this.#listeners.subscribe(placeOf(target), listener);
  }

  #arrange(findings: readonly Finding[]): void {
    const before = this.#atPlace;
    const now = new Map<string, readonly Finding[]>();
    for (const finding of findings) {
      if (finding.aside === null) now.set(finding.where, [...(now.get(finding.where) ?? []), finding]);
    }
    for (const [place, kept] of before) if (isSameList(kept, now.get(place))) now.set(place, kept);
    this.#atPlace = now;
    const places = new Set([...before.keys(), ...now.keys()]);
    this.#listeners.notify([...places].filter((place) => before.get(place) !== now.get(place)));
  }
}

/** The same findings, each of which was there before as the very object that it was. */
function withIdentity(before: readonly Finding[], now: readonly Finding[]): readonly Finding[] {
  const known = new Map(before.map((finding) => [`${finding.code} ${finding.where}`, finding]));
  const kept = now.map((finding) => {
    const earlier = known.get(`${finding.code} ${finding.where}`);
    return earlier !== undefined && sameValue(earlier, finding) ? earlier : finding;
  });
  return isSameList(before, kept) ? before : kept;
}

function isSameList(one: readonly Finding[], other: readonly Finding[] | undefined): boolean {
  return other?.length === one.length && one.every((finding, at) => finding === other[at]);
}

/** A place as a finding names it. */
function placeOf({ section, id, field }: Target): string {
  return [section, id, field].filter((part) => part !== null && part !== "").join("/");
}

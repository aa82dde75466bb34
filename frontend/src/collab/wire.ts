import type { Report } from "./report";
import type { PlanRole } from "./types";

/** The messages of the namespace `/plan`. Bytes travel as base64, so that each is one text frame. */

/** How to be asked for a plan: with what is known of it already, or with nothing for all of it. */
export interface OpenQuestion {
  lineage?: string;
  state_vector?: string;
}

export interface OpenAnswer {
  lineage: string;
  /** The client's copy is of another lineage: `update` is the whole plan and the copy is void (D2). */
  reset: boolean;
  update: string;
  state_vector: string;
  seq: number;
  you: { key: string; participant: string; name: string; department: string; role: PlanRole };
  limits: { update_bytes: number; edits_per_second: number; presence_bytes: number; text_length: number };
  workshop: null;
}

export interface WireProblem {
  code: string;
  message: string;
}

export interface RejectedMessage extends WireProblem {
  n: number;
  where: string;
}

/** What the server says, and what becomes of the line to it. */
export interface LinkListener {
  connected(): void;
  edits(seq: number, update: string, saved: Record<string, number>): void;
  rejected(message: RejectedMessage): void;
  presence(update: string): void;
  you(change: { role: PlanRole }): void;
  /** What the plan works out by itself as of edit `seq`: the parts that have changed, or all of them. */
  report(seq: number, parts: Partial<Report>): void;
  refused(problem: WireProblem): void;
  /** The line is gone or was never made; with a problem when the server gave one. */
  lost(problem: WireProblem | null): void;
}

/** One line to the server. After `close` or `lost` it is never used again. */
export interface Link {
  open(question: OpenQuestion): Promise<OpenAnswer | { error: WireProblem }>;
  edit(n: number, update: string): void;
  presence(update: string): void;
  close(): void;
}

export type Dial = (planId: string, listener: LinkListener) => Link;

/** Browsers take this many arguments to one call without complaint. */
const CHUNK = 0x8000;

export function toBase64(bytes: Uint8Array): string {
  let binary = "";
  for (let at = 0; at < bytes.length; at += CHUNK) {
    binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  }
  return btoa(binary);
}

export function fromBase64(text: string): Uint8Array {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes;
}

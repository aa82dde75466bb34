import type { Connection, SaveState } from "./types";

/** What decides the words of the save state. */
export interface SaveFacts {
  connection: Connection;
  isViewer: boolean;
  unsaved: number;
  /** Whether this device keeps what it cannot send. */
  isKept: boolean;
  /** Whether this device is still writing down what it is to keep. */
  isBehind: boolean;
  /** The latest rejection that the person has not put away yet. */
  rejection: { code: string; message: string } | null;
}

/** A save state whose message a page may still have to find by its code. */
export type CodedSaveState = Exclude<SaveState, { state: "not_saved" }> | NotSaved;

export interface NotSaved {
  state: "not_saved";
  code: string;
  message: string;
}

export function saveStateOf({
  connection,
  isViewer,
  unsaved,
  isKept,
  isBehind,
  rejection,
}: SaveFacts): CodedSaveState {
  const problem = connection.status === "refused" ? connection : rejection;
  if (problem !== null) return { state: "not_saved", code: problem.code, message: problem.message };
  if (isViewer) return { state: "read_only" };
  if (connection.status === "offline") {
    const isAtRisk = unsaved > 0 && !isKept;
    // "Kept on this device" is as much of a promise as "Saved".
    if (isBehind && !isAtRisk) return { state: "saving", edits: unsaved };
    return isAtRisk
      ? { state: "not_saved", code: "not_kept", message: "" }
      : { state: "offline", edits: unsaved, ...(connection.cannotSave && { cannotSave: true }) };
  }
  if (unsaved > 0) return { state: "saving", edits: unsaved };
  // Until the server has answered, nobody knows whether this copy is what it has.
  return connection.status === "connecting" ? { state: "connecting" } : { state: "saved" };
}

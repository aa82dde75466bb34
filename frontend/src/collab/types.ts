/** What the rest of the pages knows of a plan that several people edit at once. */

/** Who did something and when. `key` is the participant's stable identifier, `at` an ISO moment. */
export interface Stamp {
  key: string;
  name: string;
  department: string;
  at: string;
}

/** A plain value of a field. Nothing said yet is always `null`, never an empty string or list. */
export type Value = string | number | boolean | null | string[] | Stamp;

/** A record as it reads now. Long text is a string, rich text its words, one line a block. */
export interface Row {
  /** Empty for the single record of a section of facts. */
  id: string;
  order: string;
  removed: Stamp | null;
  /** Every field but `order` and `removed`. */
  values: Readonly<Record<string, Value>>;
}

/** A place in the plan: a section, a record of it or one field. `id` is null in a section of facts. */
export interface Target {
  section: string;
  id: string | null;
  field: string | null;
}

export interface Person {
  participant: string;
  name: string;
  department: string;
  color: string;
  you: boolean;
  at: Target | null;
}

export type Connection =
  | { status: "connecting" }
  | { status: "online"; people: number }
  /** `cannotSave` when the server answers, and its storage does not. */
  | { status: "offline"; since: Date; unsavedEdits: number; cannotSave?: boolean }
  | { status: "refused"; code: string; message: string };

/** `saved` is only ever said after the server has said that everything is on its disk (W1). */
export type SaveState =
  | { state: "connecting" }
  | { state: "saved" }
  | { state: "saving"; edits: number }
  /** `cannotSave` as in the connection. */
  | { state: "offline"; edits: number; cannotSave?: true }
  | { state: "read_only" }
  | { state: "not_saved"; message: string };

/** Something the server did not accept, with the person's words kept for copying (W6). */
export interface Rejection {
  at: Date;
  code: string;
  where: string;
  message: string;
  text: string;
}

export type PlanRole = "viewer" | "participant" | "facilitator" | "owner";

/** The person at this screen, as the server's session names them (D6). */
export interface You {
  participant: string;
  name: string;
  department: string;
  role: PlanRole;
}

export interface Place {
  after?: string;
  before?: string;
}

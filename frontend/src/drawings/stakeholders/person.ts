import type { Row, Value } from "../../collab";
import type { Member } from "../tree/forest";

/** What the drawings read of a stakeholder's record; null is what nobody has said yet. */
export interface Stakeholder {
  id: string;
  name: string;
  title: string;
  side: string | null;
  division: string | null;
  power: number | null;
  interest: number | null;
  /** -2 opponent to 2 champion. */
  stance: number | null;
  /** 0 none to 4 trusted adviser. */
  now: number | null;
  wanted: number | null;
  boss: string | null;
  keyContact: string | null;
}

/** How large a person's card is on the map, in the canvas's units. */
export const CARD = { width: 216, height: 96 };

const read = new WeakMap<Row, Stakeholder>();

/** The stakeholder of a record; the same one as long as the record has not changed. */
export function stakeholderOf(row: Row): Stakeholder {
  const known = read.get(row);
  if (known !== undefined) return known;
  const { values } = row;
  const person: Stakeholder = {
    id: row.id,
    name: words(values.name) ?? "",
    title: words(values.title) ?? "",
    side: words(values.side),
    division: words(values.division),
    power: figure(values.power),
    interest: figure(values.interest),
    stance: figure(values.stance),
    now: figure(values.relationship_now),
    wanted: figure(values.relationship_wanted),
    boss: words(values.reports_to),
    keyContact: words(values.key_contact),
  };
  read.set(row, person);
  return person;
}

export function words(value: Value | undefined): string | null {
  return typeof value === "string" ? value : null;
}

export function figure(value: Value | undefined): number | null {
  return typeof value === "number" ? value : null;
}

/** Somebody as part of the organisation chart: advisers and partners stand beside the customer's own people. */
export function memberOf({ id, boss, side }: Stakeholder): Member {
  return { id, above: boss, isBeside: side === "adviser" || side === "partner" };
}

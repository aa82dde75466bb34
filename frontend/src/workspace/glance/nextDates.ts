/** What comes next, out of every tool that knows of days. */

import type { Row, Target, Value } from "../../collab";
import { addDays, isDay } from "../../form";

export interface NextDate {
  day: string;
  /** What kind of day it is: `dates.<kind>` says it. */
  kind: DateKind;
  target: Target;
}

export type DateKind =
  | "action"
  | "objective"
  | "meeting"
  | "contact"
  | "contract"
  | "kpi"
  | "parked"
  | "goal";

interface Source {
  kind: DateKind;
  section: string;
  field: string;
  isOver(values: Row["values"]): boolean;
}

const never = () => false;

/** Where days are kept, and when they no longer matter. */
export const SOURCES: readonly Source[] = [
  {
    kind: "action",
    section: "actions",
    field: "due",
    isOver: ({ status }) => isOneOf(status, "done", "dropped"),
  },
  {
    kind: "objective",
    section: "objectives",
    field: "due",
    isOver: ({ status }) => isOneOf(status, "reached", "dropped"),
  },
  { kind: "meeting", section: "executive_pairs", field: "next_on", isOver: never },
  { kind: "contact", section: "stakeholders", field: "next_contact_on", isOver: never },
  {
    kind: "contract",
    section: "white_space",
    field: "ends_on",
    isOver: ({ status }) => isOneOf(status, "not_applicable"),
  },
  { kind: "kpi", section: "kpis", field: "due", isOver: never },
  {
    kind: "parked",
    section: "parked_items",
    field: "due",
    isOver: ({ status }) => isOneOf(status, "settled"),
  },
  { kind: "goal", section: "strategy_nodes", field: "due", isOver: never },
];

/** Return what happens from today on within some days, the soonest first. */
export function nextDates(
  rowsOf: (section: string) => readonly Row[],
  today: string,
  days: number,
): NextDate[] {
  const last = addDays(today, days);
  const found = SOURCES.flatMap(({ kind, section, field, isOver }) =>
    rowsOf(section).flatMap(({ id, values }) => {
      const day = values[field];
      if (typeof day !== "string" || !isDay(day) || day < today || day > last || isOver(values)) return [];
      return [{ day, kind, target: { section, id, field: null } }];
    }),
  );
  return found.sort((a, b) => a.day.localeCompare(b.day));
}

function isOneOf(value: Value | undefined, ...states: string[]): boolean {
  return typeof value === "string" && states.includes(value);
}

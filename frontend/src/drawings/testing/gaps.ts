import type { PlanValues } from "../../collab";

/** As long as a name may be, in one word. */
export const LONG = "Krankenhausinformationssystemeinführungsgesamtprojektleitung".repeat(4).slice(0, 200);

/** Of a record that was removed for good, or never came. */
const GONE = "gone-000000000000000";
const DAY = "2027-05-03";

/**
 * A plan as people leave it: records of which nothing is said, references to what is gone, rounds, names
 * that fit nowhere, everything on one day.
 */
export const GAPS: PlanValues = {
  strategy_nodes: [
    { id: "bare" },
    { id: "lost", title: "Lost", cares: [GONE], division: GONE, perspective: "customer" },
    { id: "long", title: LONG, kind: "goal" },
  ],
  strategy_links: [
    { id: "none" },
    { id: "half", from_node: GONE, to_node: "lost", kind: "supports" },
    { id: "self", from_node: "lost", to_node: "lost", kind: "supports" },
    { id: "there", from_node: "lost", to_node: "long" },
    { id: "back", from_node: "long", to_node: "lost", kind: "hinders" },
  ],
  stakeholders: [
    { id: "bare" },
    { id: "self", name: "Own boss", reports_to: "self" },
    { id: "orphan", name: "Orphan", reports_to: GONE, key_contact: GONE, power: 4 },
    { id: "ines", name: "Ines", reports_to: "jan" },
    { id: "jan", name: "Jan", reports_to: "ines" },
    { id: "long", name: LONG, title: LONG, reports_to: "orphan" },
  ],
  influence_lines: [
    { id: "none" },
    { id: "half", from_whom: GONE, to_whom: "orphan", kind: "influences" },
    { id: "self", from_whom: "ines", to_whom: "ines", kind: "influences" },
  ],
  coverage: [{ id: "none" }, { id: "half", member: GONE, stakeholder: "orphan", quality: 3 }],
  team_members: [{ id: "bare" }, { id: "ada", name: "Ada Rossi" }],
  divisions: [
    { id: "bare" },
    { id: "orphan", name: "Orphan", parent: GONE, headcount: 0 },
    { id: "self", name: "Own part", parent: "self" },
    { id: "north", name: "North", parent: "south" },
    { id: "south", name: "South", parent: "north" },
    { id: "long", name: LONG, parent: "orphan", buys: LONG },
  ],
  offerings: [{ id: "bare" }, { id: "long", name: LONG }],
  white_space: [
    { id: "none" },
    { id: "half", offering: GONE, division: GONE, potential: 900 },
    { id: "silent", offering: "bare", division: "bare" },
    { id: "zero", offering: "long", division: "long", potential: 0, current: 7, competitor: GONE },
  ],
  competitors: [{ id: "bare" }],
  buying_criteria: [{ id: "bare" }, { id: "long", name: LONG, weight: 5 }],
  ratings: [
    { id: "none" },
    { id: "half", vendor: GONE, criterion: "bare", rating: 3 },
    { id: "silent", vendor: "us", criterion: "bare" },
    { id: "ours", vendor: "us", criterion: "long", rating: 5 },
  ],
  objectives: [
    { id: "bare" },
    { id: "lost", title: "Lost", owner: GONE, goals: [GONE], baseline: 5, target: 5, current: 5 },
    { id: "long", title: LONG, horizon: "long" },
  ],
  actions: [
    { id: "bare" },
    {
      id: "lost",
      title: "Lost",
      owner: GONE,
      objective: GONE,
      depends_on: [GONE],
      due: DAY,
      status: "doing",
    },
    { id: "self", title: "Self", depends_on: ["self"], start: DAY, due: DAY },
    { id: "here", title: "Here", depends_on: ["there"], start: DAY, due: DAY },
    { id: "there", title: "There", depends_on: ["here"], start: DAY, due: DAY },
    { id: "round", title: "Turned round", start: "2027-06-01", due: DAY, owner: "ada" },
    { id: "long", title: LONG, owner: "ada", helpers: [GONE], obstacle: LONG, status: "blocked" },
  ],
  workstreams: [
    { id: "bare", objective: GONE },
    { id: "long", name: LONG },
  ],
  responsibilities: [
    { id: "none" },
    { id: "half", workstream: GONE, member: "ada", letter: "A" },
    { id: "silent", workstream: "bare", member: "ada" },
    { id: "first", workstream: "long", member: "ada", letter: "A" },
    { id: "second", workstream: "long", member: "bare", letter: "A" },
  ],
  kpis: [
    { id: "bare", owner: GONE },
    { id: "long", name: LONG, baseline: 0, target: 0 },
  ],
  kpi_values: [
    { id: "none" },
    { id: "half", kpi: GONE, measured_on: DAY, value: 1 },
    { id: "silent", kpi: "long", measured_on: DAY },
    { id: "undated", kpi: "long", value: 4 },
    { id: "first", kpi: "long", measured_on: DAY, value: 2 },
    { id: "second", kpi: "long", measured_on: DAY, value: 3 },
  ],
  history: [
    { id: "bare" },
    { id: "lost", title: "Lost", happened_on: DAY, division: GONE, people: [GONE] },
    { id: "again", title: "Again", happened_on: DAY, felt: -2 },
    { id: "long", title: LONG, happened_on: DAY, felt: 2 },
  ],
  customer_voice: [{ id: "bare" }, { id: "lost", who: GONE, said_on: DAY, nps: 0 }],
  risks: [
    { id: "bare" },
    { id: "half", title: "Half", likelihood: 3 },
    { id: "long", title: LONG, likelihood: 5, impact: 5, owner: GONE, answer: GONE },
  ],
};

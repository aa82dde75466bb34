import { createLocalSession, type PlanValues } from "../../collab";
import ToolPage from "../../tools/ToolPage";
import GlancePage from "../../workspace/glance/GlancePage";
import { stage } from "../../workspace/testing/Scene";

/** A way to look at the plan, and what it takes to see in a test whether it draws what it should. */
export interface View {
  tool: string;
  section: string;
  way: string;
  /** Finds what is drawn of each record. */
  items: string;
  /** What is said while there is nothing to draw. */
  empty: RegExp;
  /** A plan in which it draws so many things. */
  plan(count: number): PlanValues;
}

type Fields = Record<string, string | number | readonly string[]>;

/** So many records, each known by its number. */
function many(count: number, more: (at: number) => Fields = () => ({})) {
  return Array.from({ length: count }, (_, at) => ({ id: idOf(at), ...more(at) }));
}

export function idOf(at: number): string {
  return `record-${String(at).padStart(4, "0")}`;
}

const monthOf = (at: number) => `2027-${String((at % 12) + 1).padStart(2, "0")}`;
const titled = (at: number) => ({ title: `Number ${at}` });
const named = (at: number) => ({ name: `Number ${at}` });

/** Every drawing of a section, by what it is called here. */
export const VIEWS: Readonly<Record<string, View>> = {
  "strategy map": {
    ...{ tool: "strategy_map", section: "strategy_nodes", way: "map", items: ".react-flow__node" },
    empty: /Learning and growth/u,
    plan: (count) => ({ strategy_nodes: many(count, titled) }),
  },
  "stakeholder map": {
    ...{ tool: "stakeholders", section: "stakeholders", way: "chart", items: ".react-flow__node" },
    empty: /Add who signs/u,
    plan: (count) => ({ stakeholders: many(count, named) }),
  },
  "power and interest": {
    ...{ tool: "stakeholders", section: "stakeholders", way: "grid", items: "[data-stakeholder]" },
    empty: /Add who signs/u,
    plan: (count) => ({ stakeholders: many(count, (at) => ({ ...named(at), power: 5, interest: 5 })) }),
  },
  "division map": {
    ...{ tool: "customer_profile", section: "divisions", way: "tree", items: ".react-flow__node" },
    empty: /Add the group first/u,
    plan: (count) => ({ divisions: many(count, named) }),
  },
  "white space": {
    ...{ tool: "relationship", section: "white_space", way: "space", items: "td[data-heat]" },
    empty: /Add to Offerings and to Divisions first/u,
    plan: (count) => ({
      offerings: many(1, named),
      divisions: many(count, named),
      white_space: many(count, (at) => ({ offering: idOf(0), division: idOf(at), potential: 1 })),
    }),
  },
  "heat map": {
    ...{ tool: "competitors", section: "ratings", way: "heat", items: "td[data-heat]" },
    empty: /Add to Buying criteria and to Competitors first/u,
    plan: (count) => ({
      buying_criteria: many(count, named),
      ratings: many(count, (at) => ({ vendor: "us", criterion: idOf(at), rating: 5 })),
    }),
  },
  board: {
    ...{ tool: "actions", section: "actions", way: "board", items: "[data-card]" },
    empty: /Take an objective/u,
    plan: (count) => ({ actions: many(count, (at) => ({ ...titled(at), status: "doing" })) }),
  },
  timeline: {
    ...{ tool: "actions", section: "actions", way: "timeline", items: "[data-bar]" },
    empty: /Take an objective/u,
    plan: (count) => ({ actions: many(count, (at) => ({ ...titled(at), due: `${monthOf(at)}-28` })) }),
  },
  mine: {
    ...{ tool: "actions", section: "actions", way: "mine", items: 'li[data-target^="actions/"]' },
    empty: /Take an objective/u,
    plan: (count) => ({
      team_members: [{ id: "ada", name: "Ada Rossi" }],
      actions: many(count, (at) => ({ ...titled(at), owner: "ada", status: "doing" })),
    }),
  },
  horizons: {
    ...{ tool: "objectives", section: "objectives", way: "horizons", items: "[data-card]" },
    empty: /Pick the customer's most important goal/u,
    plan: (count) => ({ objectives: many(count, (at) => ({ ...titled(at), horizon: "short" })) }),
  },
  RACI: {
    ...{ tool: "responsibilities", section: "responsibilities", way: "raci", items: "[data-letter]" },
    empty: /Add to Workstreams and to Team first/u,
    plan: (count) => ({
      team_members: [{ id: "ada", name: "Ada Rossi" }],
      workstreams: many(count, named),
      responsibilities: many(count, (at) => ({ workstream: idOf(at), member: "ada", letter: "A" })),
    }),
  },
  KPIs: {
    ...{ tool: "kpis", section: "kpis", way: "sparks", items: 'li[data-target^="kpis/"]' },
    empty: /Add one figure the customer/u,
    plan: (count) => ({
      kpis: many(count, named),
      kpi_values: many(count, (at) => ({ kpi: idOf(at), measured_on: `${monthOf(at)}-01`, value: at })),
    }),
  },
  history: {
    ...{ tool: "relationship", section: "history", way: "years", items: 'ul[aria-label^="Events"] button' },
    empty: /Add the first contract/u,
    plan: (count) => ({
      history: many(count, (at) => ({ ...titled(at), happened_on: `${monthOf(at)}-01` })),
    }),
  },
  "risk matrix": {
    ...{ tool: "risks", section: "risks", way: "exposure", items: "[data-risk]" },
    empty: /Ask what would make us fail/u,
    plan: (count) => ({
      risks: many(count, (at) => ({ ...titled(at), likelihood: (at % 5) + 1, impact: 3 })),
    }),
  },
};

/** Show a view of a plan, as somebody who has chosen it before. */
export async function show({ tool, section, way }: View, values: PlanValues): Promise<void> {
  localStorage.setItem(`tavolo.way.${section}`, JSON.stringify(way));
  await stage(createLocalSession(values), <ToolPage toolKey={tool} />);
}

export async function showGlance(values: PlanValues): Promise<void> {
  await stage(createLocalSession(values), <GlancePage />);
}

/** What a view has drawn of its records. By selector: hundreds of accessible names take half a minute. */
export function drawn({ items }: View): Element[] {
  return [...document.querySelectorAll(items)];
}

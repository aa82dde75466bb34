/** The drawings of the plan: further ways to look at a section, each a chunk of its own. */

import type { ComponentType } from "react";
import type { CollectionKey } from "../schema/plan.generated";
import { lazily } from "../ui/lazily";
import type { Drawing, DrawingProps } from "./drawing";

const DRAWINGS: Partial<Record<CollectionKey, readonly Drawing[]>> = {
  strategy_nodes: [
    { key: "map", Page: lazily(() => import("./strategy/StrategyMap")), isUsual: true, drawsNothing: true },
  ],
  actions: [
    { key: "board", Page: lazily(() => import("./board/Board")) },
    { key: "timeline", Page: lazily(() => import("./timeline/Timeline")) },
    { key: "mine", Page: lazily(() => import("./mine/Mine")) },
  ],
  objectives: [{ key: "horizons", Page: lazily(() => import("./horizons/Horizons")) }],
  risks: [{ key: "exposure", Page: lazily(() => import("./exposure/Exposure")) }],
  kpis: [{ key: "sparks", Page: lazily(() => import("./sparks/Sparks")) }],
  divisions: [{ key: "tree", Page: lazily(() => import("./divisions/DivisionMap")) }],
  ratings: [matrixDrawing("heat", () => import("./heat/HeatMap"))],
  white_space: [matrixDrawing("space", () => import("./whitespace/WhiteSpaceGrid"))],
  responsibilities: [matrixDrawing("raci", () => import("./raci/RaciMatrix"))],
  history: [{ key: "years", Page: lazily(() => import("./history/HistoryLine")) }],
  stakeholders: [
    { key: "chart", Page: lazily(() => import("./stakeholders/StakeholderMap")), isUsual: true },
    { key: "grid", Page: lazily(() => import("./grid/PowerGrid")) },
  ],
};

/** A matrix with more to it, which is how its section is usually looked at, also to fill it. */
function matrixDrawing(key: string, load: () => Promise<{ default: ComponentType<DrawingProps> }>): Drawing {
  return { key, Page: lazily(load), isUsual: true, drawsNothing: true, isMatrix: true };
}

export type { Drawing, DrawingProps } from "./drawing";

export function drawingsOf(section: string): readonly Drawing[] {
  return DRAWINGS[section as CollectionKey] ?? [];
}

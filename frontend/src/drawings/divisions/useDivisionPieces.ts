import { useMemo } from "react";
import { type Row, useRows } from "../../collab";
import { keeping, type Piece } from "../canvas";
import type { Forest } from "../tree/forest";
import { layOutForest } from "../tree/forestLayout";
import type { DivisionData } from "./DivisionNode";
import { CARD, type Division, revenueOf } from "./division";
import { useDivisionWords } from "./useDivisionWords";

interface Mapped {
  divisions: readonly Division[];
  forest: Forest;
  collapsed: ReadonlySet<string>;
  /** The records that the filter leaves. */
  rows: readonly Row[];
}

type CardInput = [
  division: Division,
  x: number,
  y: number,
  current: number | null,
  potential: number,
  below: number,
  isCollapsed: boolean,
  isQuiet: boolean,
  spoken: string,
];

/** Where every division's card stands and what is on it; a card that has not changed keeps its identity. */
export function useDivisionPieces({ divisions, forest, collapsed, rows }: Mapped) {
  const cells = useRows("white_space");
  const { speak, nameOf } = useDivisionWords();
  const layout = useMemo(() => layOutForest(forest, collapsed, CARD), [forest, collapsed]);
  const revenues = useMemo(() => revenueOf(cells), [cells]);
  const found = useMemo(() => new Set(rows.map(({ id }) => id)), [rows]);
  const make = useMemo(() => keeping(cardOf), []);
  const pieces = useMemo(() => {
    const known = new Map(divisions.map((division) => [division.id, division]));
    const wanted = divisions.flatMap((division) => {
      const { id, parent } = division;
      const spot = layout.spots.get(id);
      if (spot === undefined) return [];
      const revenue = revenues.get(id);
      const above = known.get(parent ?? "");
      const input: CardInput = [
        ...([division, spot.x, spot.y, revenue?.current ?? null, revenue?.potential ?? 0] as const),
        ...([layout.below.get(id) ?? 0, collapsed.has(id), !found.has(id)] as const),
        speak(division, revenue, above ? nameOf(above) : null),
      ];
      return [{ id, input }];
    });
    return make(wanted);
  }, [divisions, layout, revenues, collapsed, found, speak, nameOf, make]);
  return { pieces, layout };
}

function cardOf(...input: CardInput): Piece<DivisionData> {
  const [division, x, y, current, potential, below, isCollapsed, isQuiet, spoken] = input;
  const revenue = current === null ? null : { current, potential };
  const card = { division, revenue, below, isCollapsed, isQuiet };
  return { id: division.id, kind: "division", x, y, ...CARD, spoken, data: card };
}

import { useMemo } from "react";
import { type Row, useRows } from "../../collab";
import { keeping, type Piece } from "../canvas";
import type { Forest } from "../tree/forest";
import { type ForestLayout, layOutForest } from "../tree/forestLayout";
import { type Cover, coverageOf } from "./coverage";
import type { PersonData } from "./PersonNode";
import { CARD, type Stakeholder } from "./person";
import { useSpoken } from "./useSpoken";

interface Mapped {
  people: readonly Stakeholder[];
  chart: Forest;
  collapsed: ReadonlySet<string>;
  /** The records that the filter leaves. */
  rows: readonly Row[];
}

type CardInput = [
  person: Stakeholder,
  x: number,
  y: number,
  covers: string,
  below: number,
  isCollapsed: boolean,
  isQuiet: boolean,
  spoken: string,
];

/** Where everybody's card stands and what is on it; a card that has not changed keeps its identity. */
export function useMapPieces({ people, chart, collapsed, rows }: Mapped): {
  pieces: Piece<PersonData>[];
  layout: ForestLayout;
} {
  const coverage = useRows("coverage");
  const team = useRows("team_members");
  const layout = useMemo(() => layOutForest(chart, collapsed, CARD), [chart, collapsed]);
  const covers = useMemo(() => coverageOf(people, coverage, team), [people, coverage, team]);
  const found = useMemo(() => new Set(rows.map(({ id }) => id)), [rows]);
  const speak = useSpoken(people);
  const make = useMemo(() => keeping(cardOf), []);
  const pieces = useMemo(() => {
    const wanted = people.flatMap((person) => {
      const { id } = person;
      const spot = layout.spots.get(id);
      if (spot === undefined) return [];
      const own = covers.get(id) ?? [];
      const below = layout.below.get(id) ?? 0;
      // As text, for a list that says the same is another object each time.
      const told = JSON.stringify(own);
      const spoken = speak(person, own, below);
      const input: CardInput = [
        ...([person, spot.x, spot.y, told, below] as const),
        ...([collapsed.has(id), !found.has(id), spoken] as const),
      ];
      return [{ id, input }];
    });
    return make(wanted);
  }, [people, layout, covers, collapsed, found, speak, make]);
  return { pieces, layout };
}

function cardOf(...[person, x, y, told, below, isCollapsed, isQuiet, spoken]: CardInput): Piece<PersonData> {
  const covers = JSON.parse(told) as Cover[];
  const card = { person, covers, below, isCollapsed, isQuiet };
  return { id: person.id, kind: "person", x, y, ...CARD, spoken, data: card };
}

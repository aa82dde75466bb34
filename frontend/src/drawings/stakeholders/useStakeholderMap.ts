import { useLocalStorage } from "@mantine/hooks";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useRows } from "../../collab";
import { type CanvasView, NOTHING, onlyPiece, selectionOf, useSelection } from "../canvas";
import type { DrawingProps } from "../drawing";
import { forestOf } from "../tree/forest";
import { usuallyCollapsed } from "../tree/forestLayout";
import { useCollapsed } from "../tree/useCollapsed";
import { influenceLines } from "./influence";
import type { MapState } from "./mapContext";
import { memberOf, stakeholderOf } from "./person";
import { reportingLines } from "./reportingLines";
import { useLineDeeds } from "./useLineDeeds";
import { useMapDeeds } from "./useMapDeeds";
import { useMapPieces } from "./useMapPieces";
import { useWays } from "./ways/useWays";
import { wayLines, wayStarts } from "./ways/wayLines";

/** All that the stakeholder map is made of, so that its parts only draw. */
export function useStakeholderMap({ all, rows }: DrawingProps) {
  const people = useMemo(() => all.map(stakeholderOf), [all]);
  const chart = useMemo(() => forestOf(people.map(memberOf)), [people]);
  const usual = useMemo(() => usuallyCollapsed(chart, people.length), [chart, people.length]);
  const collapsed = useCollapsed("stakeholders", usual);
  const { pieces, layout } = useMapPieces({ people, chart, collapsed: collapsed.ids, rows });
  const view = useRef<CanvasView>(null);
  const chosen = useSelection();
  const deeds = useMapDeeds({ people, layout, view, ...chosen });
  const lineDeeds = useLineDeeds(chosen);
  const asked = useAsked(people.map(({ id }) => id));
  const shown = useShownLines({ people, chart, layout, ways: asked.ways });
  const { renaming } = deeds;
  // A new card may stand where nobody looks.
  useEffect(() => {
    if (renaming !== null) view.current?.show(renaming.id);
  }, [renaming]);
  const hasAnswer = asked.ways !== undefined;
  // The panel takes a part of the room, and a way may lead across the whole map.
  useEffect(() => {
    if (!hasAnswer) return;
    const drawn = requestAnimationFrame(() => view.current?.showAll());
    return () => cancelAnimationFrame(drawn);
  }, [hasAnswer]);
  const id = onlyPiece(chosen.selection);
  return {
    ...{ people, chart, collapsed, pieces, layout, view, deeds, lineDeeds, asked, shown },
    ...chosen,
    chosen: people.find((person) => person.id === id) ?? null,
    go: (to: string) => {
      chosen.select(selectionOf(to));
      view.current?.focus(to);
    },
    askWays: (to: string) => {
      chosen.select(selectionOf(to));
      asked.ask(to);
    },
    stopAsking: () => {
      if (asked.id === null) return;
      view.current?.focus(asked.id);
      asked.ask(null);
    },
    forget: () => chosen.select(NOTHING),
    fold: () => {
      collapsed.replace(collapsed.ids.size > 0 ? [] : [...layout.below.keys()]);
      // When the cards stand where they now belong.
      requestAnimationFrame(() => view.current?.open());
    },
  };
}

export type StakeholderMapState = ReturnType<typeof useStakeholderMap>;

/** Whom somebody asked about, and the ways to them; nobody once they have left the plan. */
function useAsked(ids: readonly string[]) {
  const [wanted, ask] = useState<string | null>(null);
  const id = wanted !== null && ids.includes(wanted) ? wanted : null;
  const answer = useWays(id);
  return {
    id,
    ask,
    ways: id === null ? undefined : answer.data,
    problem: answer.error,
    askAgain: () => void answer.refetch(),
  };
}

type Shown = Pick<ReturnType<typeof useMapPieces>, "layout"> & {
  people: Parameters<typeof reportingLines>[0];
  chart: ReturnType<typeof forestOf>;
  ways: ReturnType<typeof useWays>["data"];
};

/** The lines that are drawn over the tree: influence where this person wants it, and the ways. */
function useShownLines({ people, chart, layout, ways }: Shown) {
  const influence = useRows("influence_lines");
  const [showsInfluence, showInfluence] = useLocalStorage({
    key: "tavolo.map.influence",
    defaultValue: true,
    getInitialValueInEffect: false,
  });
  const starts = useMemo(() => wayStarts(ways ?? []), [ways]);
  const lines = useMemo(() => {
    const isDrawn = (id: string) => layout.spots.has(id);
    const reporting = reportingLines(people, chart.rounds, layout);
    const dotted = showsInfluence ? influenceLines(influence, isDrawn) : [];
    return [...reporting, ...dotted, ...wayLines(ways ?? [], isDrawn)];
  }, [people, chart, layout, influence, showsInfluence, ways]);
  return { lines, starts, showsInfluence, showInfluence };
}

/** What cards need to know beside their own person; the same object until it says something else. */
export function useMapState(map: StakeholderMapState): MapState {
  const latest = useRef(map);
  useLayoutEffect(() => {
    latest.current = map;
  });
  const { renaming } = map.deeds;
  const { starts } = map.shown;
  const goal = map.asked.id;
  return useMemo(
    () => ({
      ...{ renaming, starts, goal },
      commit: (id, field, words) => latest.current.deeds.commit(id, field, words),
      leave: (id, how) => latest.current.deeds.leave(id, how),
      toggle: (id) => latest.current.collapsed.toggle(id),
    }),
    [renaming, starts, goal],
  );
}

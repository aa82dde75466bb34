import { useEffect, useLayoutEffect, useMemo, useRef } from "react";
import { type CanvasView, onlyPiece, selectionOf, useSelection } from "../canvas";
import type { DrawingProps } from "../drawing";
import { forestOf } from "../tree/forest";
import { usuallyCollapsed } from "../tree/forestLayout";
import { useCollapsed } from "../tree/useCollapsed";
import { divisionOf, memberOf } from "./division";
import type { TreeState } from "./treeContext";
import { useDivisionDeeds } from "./useDivisionDeeds";
import { useDivisionPieces } from "./useDivisionPieces";

/** All that the division map is made of, so that its parts only draw. */
export function useDivisionMap({ all, rows }: DrawingProps) {
  const divisions = useMemo(() => all.map(divisionOf), [all]);
  const forest = useMemo(() => forestOf(divisions.map(memberOf)), [divisions]);
  const usual = useMemo(() => usuallyCollapsed(forest, divisions.length), [forest, divisions.length]);
  const collapsed = useCollapsed("divisions", usual);
  const { pieces, layout } = useDivisionPieces({ divisions, forest, collapsed: collapsed.ids, rows });
  const view = useRef<CanvasView>(null);
  const selecting = useSelection();
  const deeds = useDivisionDeeds({ divisions, layout, view, ...selecting });
  const { renaming } = deeds;
  // A new card may stand where nobody looks.
  useEffect(() => {
    if (renaming !== null) view.current?.show(renaming.id);
  }, [renaming]);
  return {
    ...{ divisions, forest, collapsed, pieces, layout, view, deeds },
    ...selecting,
    chosen: onlyPiece(selecting.selection),
    go: (id: string) => {
      selecting.select(selectionOf(id));
      view.current?.focus(id);
    },
    fold: () => {
      collapsed.replace(collapsed.ids.size > 0 ? [] : [...layout.below.keys()]);
      // When the cards stand where they now belong.
      requestAnimationFrame(() => view.current?.open());
    },
  };
}

export type DivisionMapState = ReturnType<typeof useDivisionMap>;

/** What cards need to know beside their own division; the same object until it says something else. */
export function useTreeState(map: DivisionMapState): TreeState {
  const latest = useRef(map);
  useLayoutEffect(() => {
    latest.current = map;
  });
  const { renaming } = map.deeds;
  return useMemo(
    () => ({
      renaming,
      commit: (id, name) => latest.current.deeds.commit(id, name),
      leave: (id, how) => latest.current.deeds.leave(id, how),
      toggle: (id) => latest.current.collapsed.toggle(id),
    }),
    [renaming],
  );
}

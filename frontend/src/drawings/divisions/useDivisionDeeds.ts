import { type RefObject, useState } from "react";
import { useTranslation } from "react-i18next";
import { useEdits } from "../../collab";
import { useAnnounce } from "../../ui";
import { type CanvasView, type SelectionState, type Spot, selectionOf } from "../canvas";
import { wouldCloseRound } from "../tree/forest";
import type { ForestLayout } from "../tree/forestLayout";
import { landingOf } from "../tree/landing";
import { useRefusal } from "../tree/useRefusal";
import { type Division, memberOf } from "./division";
import type { Renaming } from "./treeContext";
import { useDivisionWords } from "./useDivisionWords";

const SECTION = "divisions";

interface Desk extends SelectionState {
  divisions: readonly Division[];
  layout: ForestLayout;
  view: RefObject<CanvasView | null>;
}

/** Everything that changes divisions on the map: add, name, remove, move below another. */
export function useDivisionDeeds({ divisions, layout, view, select }: Desk) {
  const { t } = useTranslation("divisionMap");
  const edits = useEdits();
  const announce = useAnnounce();
  const { nameOf } = useDivisionWords();
  const [renaming, rename] = useState<Renaming | null>(null);
  const { refusal, refuse } = useRefusal();
  const divisionAt = (id: string | null) => divisions.find((division) => division.id === id);

  const add = (parent: string | null) => {
    const id = edits.add(SECTION, { parent });
    if (id === null) return announce(t("full"));
    select(selectionOf(id));
    rename({ id, typed: null });
  };
  const moveBelow = (id: string, parent: string | null) => {
    const [division, above] = [divisionAt(id), divisionAt(parent)];
    if (division === undefined || division.parent === parent) return;
    const names = { name: nameOf(division), above: above ? nameOf(above) : "" };
    const closes = parent !== null && wouldCloseRound(divisions.map(memberOf), id, parent);
    if (closes) return refuse(t("refused.round", names));
    refuse(null);
    edits.set(SECTION, id, "parent", parent);
    announce(t(parent === null ? "moved.alone" : "moved.below", names));
  };
  return {
    renaming,
    rename: (id: string, typed: string | null) => rename({ id, typed }),
    refusal,
    dismissRefusal: () => refuse(null),
    addBelow: (id: string) => add(id),
    addBeside: (id: string) => add(divisionAt(id)?.parent ?? null),
    addAlone: () => add(null),
    commit: (id: string, name: string) => edits.set(SECTION, id, "name", name),
    leave: (id: string, how: "keyboard" | "pointer") => {
      rename(null);
      if (how === "keyboard") view.current?.focus(id);
    },
    drop: (spots: ReadonlyMap<string, Spot>) => {
      const landing = landingOf(spots, layout);
      if (landing !== null) moveBelow(landing.id, landing.above);
    },
    remove: (ids: readonly string[]) => {
      const names = ids.flatMap((id) => divisionAt(id) ?? []).map(nameOf);
      edits.together(() => {
        for (const id of ids) edits.remove(SECTION, id);
      });
      announce(t("removed", { names: names.join(", "), count: names.length }));
    },
  };
}

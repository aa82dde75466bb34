import { type RefObject, useState } from "react";
import { useTranslation } from "react-i18next";
import { useEdits } from "../../collab";
import { useAnnounce } from "../../ui";
import { type CanvasView, type SelectionState, type Spot, selectionOf } from "../canvas";
import { wouldCloseRound } from "../tree/forest";
import type { ForestLayout } from "../tree/forestLayout";
import { landingOf } from "../tree/landing";
import { useRefusal } from "../tree/useRefusal";
import type { Renaming } from "./mapContext";
import { memberOf, type Stakeholder } from "./person";
import { usePersonWords } from "./usePersonWords";

const SECTION = "stakeholders";

interface Desk extends SelectionState {
  people: readonly Stakeholder[];
  layout: ForestLayout;
  view: RefObject<CanvasView | null>;
}

/** Everything that changes people on the map: add, name, remove, give another boss. */
export function useMapDeeds({ people, layout, view, select }: Desk) {
  const { t } = useTranslation("stakeholderMap");
  const edits = useEdits();
  const announce = useAnnounce();
  const { nameOf } = usePersonWords();
  const [renaming, rename] = useState<Renaming | null>(null);
  const { refusal, refuse } = useRefusal();
  const personOf = (id: string | null) => people.find((person) => person.id === id);

  const add = (boss: string | null, side: string | null) => {
    const id = edits.add(SECTION, { reports_to: boss, side: side ?? "customer" });
    if (id === null) return announce(t("full"));
    select(selectionOf(id));
    rename({ id, field: "name", typed: null });
  };
  const report = (id: string, boss: string | null) => {
    const [person, head] = [personOf(id), personOf(boss)];
    if (person === undefined || person.boss === boss) return;
    const names = { name: nameOf(person), boss: head ? nameOf(head) : "" };
    if (boss !== null && wouldCloseRound(people.map(memberOf), id, boss))
      return refuse(t("refused.round", names));
    refuse(null);
    edits.set(SECTION, id, "reports_to", boss);
    announce(t(boss === null ? "moved.alone" : "moved.below", names));
  };
  return {
    renaming,
    rename,
    refusal,
    dismissRefusal: () => refuse(null),
    addReport: (id: string) => add(id, personOf(id)?.side ?? null),
    addPeer: (id: string) => add(personOf(id)?.boss ?? null, personOf(id)?.side ?? null),
    addAlone: () => add(null, null),
    commit: (id: string, field: Renaming["field"], words: string) => edits.set(SECTION, id, field, words),
    leave: (id: string, how: "keyboard" | "pointer") => {
      rename(null);
      if (how === "keyboard") view.current?.focus(id);
    },
    drop: (spots: ReadonlyMap<string, Spot>) => {
      const landing = landingOf(spots, layout);
      if (landing !== null) report(landing.id, landing.above);
    },
    remove: (ids: readonly string[]) => {
      const names = ids.map((id) => personOf(id)).flatMap((person) => (person ? [nameOf(person)] : []));
      edits.together(() => {
        for (const id of ids) edits.remove(SECTION, id);
      });
      announce(t("removed", { names: names.join(", "), count: names.length }));
    },
  };
}

import { type KeyboardEvent, useLayoutEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useEdits, usePlanSession } from "../../collab";
import { useAnnounce } from "../../ui";
import type { Stakeholder } from "../stakeholders/person";
import { usePersonWords } from "../stakeholders/usePersonWords";
import { showHeld, useHeldByOthers } from "./heldByOthers";
import { fieldOf, firstSquare, type Square, squareAfter } from "./mendelow";
import type { CardDeeds } from "./PersonCard";
import { squareOf } from "./stacking";
import { useGridDrag } from "./useGridDrag";
import { stepAmong } from "./walk";

/** Everything a person can do on the grid: drag, move with keys, walk, open. */
export function useGridDeeds(people: readonly Stakeholder[], canEdit: boolean, onOpen: (id: string) => void) {
  const { awareness } = usePlanSession();
  const held = useHeldByOthers();
  const place = usePlacing(people);
  const { frame, keepFocus } = useKeptFocus();
  const drag = useGridDrag({
    onHold: (dragged) => {
      const square = dragged?.over === "tray" ? null : (dragged?.over ?? null);
      showHeld(awareness, dragged?.over ? { id: dragged.id, square } : null);
    },
    onDrop: (id, to) => place(id, to) && keepFocus(id),
  });
  const onKey = (event: KeyboardEvent<HTMLElement>, person: Stakeholder) => {
    const next = stepAmong(event.key, frame.current, event.currentTarget);
    const to =
      canEdit && !event.altKey && !event.ctrlKey && !event.metaKey ? wanted(event.key, person) : undefined;
    if (next === null && to === undefined) return;
    event.preventDefault();
    next?.focus();
    if (to === undefined) return;
    if (place(person.id, to)) keepFocus(person.id);
  };
  const deeds = useStable({
    onPress: (event, id) => canEdit && drag.onPointerDown(event, id),
    onOpen: (id) => !drag.endsDrag() && onOpen(id),
    onKey,
  });
  return { dragged: drag.dragged, held, deeds, frame, setGhost: drag.setGhost };
}

/** Where a key puts somebody: a square, null for the tray, undefined when it moves nobody. */
function wanted(key: string, person: Stakeholder): Square | null | undefined {
  if (key === "Delete") return null;
  const from = squareOf(person);
  // The first arrow brings somebody from the tray to the middle, whichever it is.
  const first = firstSquare(person.power, person.interest);
  const to = squareAfter(key, first);
  return to === null ? undefined : from === null ? first : to;
}

/**
 * Returns a function that writes where somebody stands, as one step of undo, and says it aloud. It returns
 * false when they stand there already.
 */
function usePlacing(people: readonly Stakeholder[]): (id: string, to: Square | null) => boolean {
  const { t } = useTranslation("powerGrid");
  const edits = useEdits();
  const announce = useAnnounce();
  const { nameOf } = usePersonWords();
  return (id, to) => {
    const person = people.find((one) => one.id === id);
    if (person === undefined) return false;
    const isThere = person.power === (to?.power ?? null) && person.interest === (to?.interest ?? null);
    if (isThere) return false;
    edits.together(() => {
      edits.set("stakeholders", id, "power", to?.power ?? null);
      edits.set("stakeholders", id, "interest", to?.interest ?? null);
    });
    const name = nameOf(person);
    announce(
      to ? t("moved", { name, ...to, field: t(`field.${fieldOf(to)}.name`) }) : t("movedToTray", { name }),
    );
    return true;
  };
}

/** Focus stays with somebody who moves to another square, where they are drawn anew. */
function useKeptFocus() {
  const frame = useRef<HTMLElement>(null);
  const kept = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (kept.current === null) return;
    const card = frame.current?.querySelector<HTMLElement>(`[data-stakeholder="${kept.current}"]`);
    kept.current = null;
    card?.focus();
  });
  const keepFocus = (id: string) => {
    kept.current = id;
  };
  return { frame, keepFocus };
}

/** The same deeds for every drawing, so that a card is drawn again only when its person changed. */
function useStable(deeds: CardDeeds): CardDeeds {
  const latest = useRef(deeds);
  useLayoutEffect(() => {
    latest.current = deeds;
  });
  return useMemo(
    () => ({
      onPress: (event, id) => latest.current.onPress(event, id),
      onOpen: (id) => latest.current.onOpen(id),
      onKey: (event, person) => latest.current.onKey(event, person),
    }),
    [],
  );
}

import { useEffect, useMemo, useState } from "react";
import type { Awareness } from "y-protocols/awareness";
import { type Person, usePeople, usePlanSession } from "../../collab";
import { DRAG, dragIn, dragOf } from "../canvas/dragging";
import { HIGHEST, LOWEST, type Square } from "./mendelow";

/** Where drags on the grid are told: they mean squares, not spots of the map of the same people. */
const GRID = "stakeholders/grid";
/** The tray as a spot: beside the lowest square. */
const TRAY = { x: 0, y: 0 };

/** Show everybody else whom this person drags and over which square, null for the tray; or that the hand is empty. */
export function showHeld(awareness: Awareness, held: { id: string; square: Square | null } | null): void {
  if (held === null) {
    awareness.setLocalStateField(DRAG, null);
    return;
  }
  const { id, square } = held;
  const spot = square === null ? TRAY : { x: square.interest, y: square.power };
  awareness.setLocalStateField(DRAG, dragOf(GRID, new Map([[id, spot]])));
}

export interface HeldBy {
  /** Null over the tray. */
  square: Square | null;
  person: Person;
}

/** Whom others drag at this moment, by the stakeholder's identifier. */
export function useHeldByOthers(): ReadonlyMap<string, HeldBy> {
  const { awareness } = usePlanSession();
  const people = usePeople();
  const [told, setTold] = useState("[]");
  useEffect(() => {
    const read = () => setTold(JSON.stringify(drags(awareness)));
    read();
    awareness.on("change", read);
    return () => awareness.off("change", read);
  }, [awareness]);
  return useMemo(() => {
    const held = new Map<string, HeldBy>();
    for (const { participant, id, square } of JSON.parse(told) as Told[]) {
      const person = people.find((one) => one.participant === participant);
      if (person && !person.you) held.set(id, { square, person });
    }
    return held;
  }, [told, people]);
}

interface Told {
  participant: string;
  id: string;
  square: Square | null;
}

function drags(awareness: Awareness): Told[] {
  return [...awareness.getStates()].flatMap(([client, state]) => {
    const participant: unknown = state.user?.participant;
    if (client === awareness.clientID || typeof participant !== "string") return [];
    return [...dragIn(state, GRID)].map(([id, { x, y }]) => ({ participant, id, square: squareAt(x, y) }));
  });
}

function squareAt(interest: number, power: number): Square | null {
  const isStep = (step: number) => Number.isInteger(step) && step >= LOWEST && step <= HIGHEST;
  return isStep(interest) && isStep(power) ? { power, interest } : null;
}

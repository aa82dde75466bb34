import { createContext, useContext } from "react";

/** Which of a person's words is being typed on their card. */
export interface Renaming {
  id: string;
  field: "name" | "title";
  /** What was typed over it; null begins with the words as they are. */
  typed: string | null;
}

/** A way that begins with somebody of ours at a person's card. */
export interface WayStart {
  /** 1 for the surest. */
  number: number;
  member: string;
}

/** What cards of the map need to know beside their own person. */
export interface MapState {
  renaming: Renaming | null;
  commit(id: string, field: Renaming["field"], words: string): void;
  /** Leave the words that were typed; by keyboard the card has the focus again. */
  leave(id: string, how: "keyboard" | "pointer"): void;
  toggle(id: string): void;
  /** Stakeholder to the ways that begin there. */
  starts: ReadonlyMap<string, readonly WayStart[]>;
  /** Whom the ways that are drawn lead to. */
  goal: string | null;
}

export const MapContext = createContext<MapState | null>(null);

export function useMap(): MapState {
  const state = useContext(MapContext);
  if (!state) throw new Error("useMap belongs inside the stakeholder map.");
  return state;
}

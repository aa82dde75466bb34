import { createContext, type ReactNode, useContext } from "react";
import type { Target } from "../../collab";

/** What the workspace puts beside records and fields, such as a link to their comments. */
export const PlaceSlotContext = createContext<((target: Target) => ReactNode) | null>(null);

export function PlaceSlot({ target }: { target: Target }) {
  return useContext(PlaceSlotContext)?.(target) ?? null;
}

/** What the workspace puts beneath a field, such as who wrote it. */
export const PlaceFootContext = createContext<((target: Target) => ReactNode) | null>(null);

export function PlaceFoot({ target }: { target: Target }) {
  return useContext(PlaceFootContext)?.(target) ?? null;
}

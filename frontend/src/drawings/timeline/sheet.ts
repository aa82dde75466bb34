import { createContext, type RefObject, useContext } from "react";
import type { Action } from "../action/action";
import type { Dates } from "./bars";
import type { Scale } from "./days";
import type { LiveStep } from "./liveStep";

/** What all bars of a timeline share; the same object until the scale changes. */
export interface Sheet {
  canEdit: boolean;
  scale: Scale;
  hintId: string;
  today: string;
  live: LiveStep;
  chart: RefObject<HTMLDivElement | null>;
  /** Write an action's days as part of whatever is being done. */
  setDates(id: string, dates: Dates): void;
  /** Say that somebody has finished changing an action's days. */
  settle(action: Action, before: Dates): void;
  /** While somebody drags, the drawing does not grow under their hand. */
  hold(isHeld: boolean): void;
  onReach(id: string): void;
  onOpen(id: string, field?: string): void;
  /** The bar an arrow key leads to. */
  goFrom(id: string, to: "up" | "down" | "before" | "after"): void;
  /** Begin to choose who waits for an action, by key. */
  beginLink(id: string): void;
  /** End choosing at an action; true when there was something to end. */
  endLink(id: string | null): boolean;
  link(from: string, to: string): void;
}

export const SheetContext = createContext<Sheet | null>(null);

export function useSheet(): Sheet {
  const sheet = useContext(SheetContext);
  if (sheet === null) throw new Error("A bar is only drawn on a timeline.");
  return sheet;
}

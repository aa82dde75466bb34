import type { KeyboardEvent } from "react";
import type { Action } from "../action/action";
import { type Part, pull } from "./bars";
import { useSheet } from "./sheet";

/** Days that Alt with an arrow moves: left and right a day, up and down a week. */
const DAYS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

const WAYS = { ArrowUp: "up", ArrowDown: "down", ArrowLeft: "before", ArrowRight: "after" } as const;

/** Returns what the keys do on a bar. */
export function useBarKeys(action: Action): (event: KeyboardEvent) => void {
  const sheet = useSheet();
  const shift = (days: number, part: Part) => {
    const before = { start: action.start, due: action.due };
    sheet.setDates(action.id, pull(action, part, days));
    sheet.settle(action, before);
  };
  return (event) => {
    if (event.ctrlKey || event.metaKey) return;
    const days = DAYS[event.key];
    if (event.altKey && days !== undefined) {
      // Alt with an arrow would leave the page in some browsers.
      event.preventDefault();
      if (sheet.canEdit) shift(days, event.shiftKey ? "end" : "whole");
      return;
    }
    if (!act(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  /** Does what a key means, and says whether it means anything. */
  function act(key: string): boolean {
    if (key in WAYS) sheet.goFrom(action.id, WAYS[key as keyof typeof WAYS]);
    else if (key === "Enter" || key === " ") sheet.endLink(action.id) || sheet.onOpen(action.id);
    else if (key === "Escape") return sheet.endLink(null);
    else if (key.toLowerCase() === "w" && sheet.canEdit) sheet.beginLink(action.id);
    else return false;
    return true;
  }
}

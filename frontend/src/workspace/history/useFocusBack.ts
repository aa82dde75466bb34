import { type RefObject, useCallback, useEffect, useRef } from "react";
import type { Asked } from "./HistoryDialogs";

interface FocusBack {
  /** What has the focus when nothing better is left. */
  contents: RefObject<HTMLDivElement | null>;
  /** Called when a question comes up, to know where the focus was. */
  remember(): void;
}

/** When a question is over, the focus goes back to where it was asked; from a menu, to what the menu is of. */
export function useFocusBack(asked: Asked | null): FocusBack {
  const contents = useRef<HTMLDivElement>(null);
  const asker = useRef<Element | null>(null);
  const last = useRef<Asked | null>(null);
  useEffect(() => {
    const before = last.current;
    last.current = asked;
    if (asked !== null || before === null) return;
    const place = asker.current?.isConnected ? asker.current : itemOf(before, contents.current);
    (place instanceof HTMLElement ? place : contents.current)?.focus();
  }, [asked]);
  const remember = useCallback(() => {
    asker.current = document.activeElement;
  }, []);
  return { contents, remember };
}

function itemOf(asked: Asked, list: HTMLElement | null): Element | null {
  if (!("version" in asked)) return null;
  return list?.querySelector(`[data-version="${CSS.escape(asked.version.id)}"] button`) ?? null;
}

import { type RefObject, useCallback, useEffect, useRef } from "react";
import type * as Y from "yjs";
import { caretAfter, type Delta, rebase, smallestEdit, type TextEdit } from "./textEdits";

/** Names this hook's own transactions, so that it does not answer to itself; undo follows null only. */
const OWN = new WeakSet<Y.Transaction>();

/** A character on its way: the text when it began, and what others have changed since. */
interface Composition {
  base: string;
  deltas: Delta[];
}

export interface SharedTextArea {
  onInput(): void;
  onCompositionStart(): void;
  onCompositionEnd(): void;
}

/**
 * Bind a text area to a text that several people type in.
 *
 * What is typed enters the text as the smallest edit, at once. What others type moves the caret along and
 * never under it. While an input method composes a character the area is left alone; what was composed is
 * then put where it belongs in what the text has become.
 */
export function useSharedTextArea(area: RefObject<HTMLTextAreaElement | null>, text: Y.Text): SharedTextArea {
  const composing = useRef<Composition | null>(null);
  useShownText(area, text, composing);
  const onInput = useCallback(() => {
    const element = area.current;
    if (element === null || composing.current) return;
    const edit = smallestEdit(text.toString(), element.value, element.selectionEnd);
    if (edit !== null) write(text, [edit]);
  }, [area, text]);
  const onCompositionStart = useCallback(() => {
    composing.current = { base: text.toString(), deltas: [] };
  }, [text]);
  const onCompositionEnd = useCallback(() => {
    const [element, composed] = [area.current, composing.current];
    composing.current = null;
    if (element !== null && composed !== null) writeComposed(element, text, composed);
  }, [area, text]);
  return { onInput, onCompositionStart, onCompositionEnd };
}

/** Keeps the area like the text, except while a character is composed. */
function useShownText(
  area: RefObject<HTMLTextAreaElement | null>,
  text: Y.Text,
  composing: RefObject<Composition | null>,
): void {
  useEffect(() => {
    const element = area.current;
    if (element === null) return;
    element.value = text.toString();
    const onChange = (event: Y.YTextEvent, transaction: Y.Transaction) => {
      if (OWN.has(transaction)) return;
      if (composing.current) composing.current.deltas.push(event.delta);
      else show(element, text, (caret) => caretAfter(event.delta, caret));
    };
    text.observe(onChange);
    return () => text.unobserve(onChange);
  }, [area, text, composing]);
}

function writeComposed(element: HTMLTextAreaElement, text: Y.Text, { base, deltas }: Composition): void {
  const edit = smallestEdit(base, element.value, element.selectionEnd);
  const edits = edit === null ? [] : rebase(edit, deltas);
  write(text, edits);
  const last = edits.at(-1);
  const caret = last ? last.at + last.insert.length : element.selectionEnd;
  if (deltas.length > 0) show(element, text, () => caret);
}

function write(text: Y.Text, edits: readonly TextEdit[]): void {
  text.doc?.transact((transaction) => {
    OWN.add(transaction);
    for (const edit of edits) {
      if (edit.remove > 0) text.delete(edit.at, edit.remove);
      if (edit.insert !== "") text.insert(edit.at, edit.insert);
    }
  });
}

/** Show the text as it is now, with the caret and the lines in view where they belong. */
function show(element: HTMLTextAreaElement, text: Y.Text, move: (caret: number) => number): void {
  const { selectionStart, selectionEnd, selectionDirection, scrollTop } = element;
  element.value = text.toString();
  element.setSelectionRange(move(selectionStart), move(selectionEnd), selectionDirection);
  element.scrollTop = scrollTop;
}

import {
  type ChangeEvent,
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from "react";
import type { Value } from "../../collab";
import type { Problem } from "../reading/limits";
import type { Writing } from "../reading/writing";
import type { InputProps } from "./inputProps";

/** A pause in typing after which text that reads well is kept, so that a lost tab loses little. */
const PAUSE_MS = 400;

interface Draft {
  text: string;
  /** The value when typing began; Escape goes back to it. */
  before: Value;
  isDirty: boolean;
}

interface DraftOptions extends Pick<InputProps, "value" | "onCommit" | "onProblem" | "cell"> {
  writing: Writing;
  /** Keep what is typed also during typing; numbers and days wait, half a number is another number. */
  keepsWhileTyping: boolean;
}

export interface DraftInput {
  value: string;
  onChange(event: ChangeEvent<HTMLInputElement>): void;
  onFocus(): void;
  onBlur(): void;
  onKeyDown(event: KeyboardEvent<HTMLInputElement>): void;
}

/**
 * What somebody types until it is a value: committed on Enter, on leaving and (words) after a pause.
 *
 * Typing that cannot be read stays as it is with its problem, and writes nothing. A change by somebody
 * else shows at once unless this person is in the middle of typing.
 */
export function useDraft(options: DraftOptions): DraftInput {
  const { value, writing } = options;
  const typed = options.cell?.typed ?? null;
  const [draft, setDraft] = useState<Draft | null>(
    typed === null ? null : { text: typed, before: value, isDirty: true },
  );
  const { keep, type, forget } = useKeeping(options, typed);
  const isDirty = draft?.isDirty ?? false;
  const settle = (isLeaving: boolean): boolean => {
    const kept = isDirty ? keep(draft?.text ?? "") : { value };
    if (isDirty) options.onProblem("problem" in kept ? kept.problem : null);
    if ("problem" in kept) return false;
    setDraft(isLeaving ? null : draftOf(kept.value, writing));
    return true;
  };
  const restore = (before: Value) => {
    forget(before);
    setDraft(draftOf(before, writing));
  };
  return {
    value: draft === null ? writing.show(value) : isDirty ? draft.text : writing.edit(value),
    onChange: (event) => {
      const text = event.currentTarget.value;
      setDraft({ text, before: draft?.before ?? value, isDirty: true });
      type(text, (event.nativeEvent as InputEvent).isComposing);
    },
    onFocus: () => setDraft((now) => now ?? draftOf(value, writing)),
    onBlur: () => void settle(true),
    onKeyDown: (event) => {
      if (event.nativeEvent.isComposing) return;
      // Whoever moves on from here (a table, a form) sees that there is something to mend first.
      if ((event.key === "Enter" || event.key === "Tab") && !settle(false)) event.preventDefault();
      if (event.key !== "Escape" || !isDirty) return;
      restore(draft?.before ?? null);
      // The dialog around a form would take Escape for its own.
      if (!options.cell) event.stopPropagation();
    },
  };
}

/** Writes what is typed into the plan: at once, after a pause, or when the input goes away. */
function useKeeping(options: DraftOptions, typed: string | null) {
  const { value, writing, onCommit, onProblem } = options;
  const unkept = useRef(typed);
  const pause = usePause();
  const keep = (text: string): ReturnType<Writing["read"]> => {
    pause.stop();
    const reading = writing.read(text);
    if ("problem" in reading) return reading;
    if (reading.value !== value) onCommit(reading.value);
    unkept.current = null;
    return reading;
  };
  useLastWords(unkept, keep);
  return {
    keep,
    type: (text: string, isComposing: boolean) => {
      unkept.current = text;
      onProblem(tooLong(writing, text));
      pause.stop();
      if (options.keepsWhileTyping && !isComposing) pause.start(() => keep(text));
    },
    forget: (before: Value) => {
      pause.stop();
      unkept.current = null;
      if (before !== value) onCommit(before);
      onProblem(null);
    },
  };
}

/** The draft of somebody who has not typed anything yet. */
function draftOf(value: Value, writing: Writing): Draft {
  return { text: writing.edit(value), before: value, isDirty: false };
}

/** A problem that more typing only makes worse is said at once; the others wait for the end. */
function tooLong(writing: Writing, text: string): Problem | null {
  const reading = writing.read(text);
  return "problem" in reading && reading.problem.code === "too_long" ? reading.problem : null;
}

function usePause(): { start(then: () => void): void; stop(): void } {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return {
    start: (then) => {
      timer.current = setTimeout(then, PAUSE_MS);
    },
    stop: () => clearTimeout(timer.current),
  };
}

/** Speaks when the input goes away in the middle of typing: a closed panel, a table that scrolled on. */
function useLastWords(unkept: RefObject<string | null>, then: (text: string) => void): void {
  const speak = useEffectEvent(() => {
    if (unkept.current !== null) then(unkept.current);
  });
  useEffect(() => () => speak(), []);
}

import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import styles from "./Canvas.module.css";

interface TitleFieldProps {
  label: string;
  value: string;
  /** What was typed over the piece, which replaces its name; null begins with the name as it is. */
  typed: string | null;
  maxLength?: number | undefined;
  onCommit(value: string): void;
  /** The field is left: by keyboard, so that the focus belongs to its piece again, or otherwise. */
  onLeave(how: "keyboard" | "pointer", isKept: boolean): void;
}

/** A piece's name, typed in its place. Enter and leaving keep it, Escape does not. */
export function TitleField({ label, value, typed, maxLength, onCommit, onLeave }: TitleFieldProps) {
  const [text, setText] = useState(typed ?? value);
  const input = useRef<HTMLTextAreaElement>(null);
  const isDone = useRef(false);
  useEffect(() => {
    input.current?.focus();
    if (typed === null) input.current?.select();
    else input.current?.setSelectionRange(typed.length, typed.length);
  }, [typed]);

  const leave = (how: "keyboard" | "pointer", isKept: boolean) => {
    if (isDone.current) return;
    isDone.current = true;
    const words = text.trim();
    if (isKept && words !== value) onCommit(words);
    onLeave(how, isKept);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const isEnd = event.key === "Enter" || event.key === "Tab";
    if (!isEnd && event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    leave("keyboard", isEnd);
  };
  return (
    <textarea
      ref={input}
      className={`nodrag nopan nowheel ${styles.title}`}
      aria-label={label}
      value={text}
      rows={2}
      maxLength={maxLength}
      onChange={(event) => setText(event.currentTarget.value.replace(/\s*\n\s*/gu, " "))}
      onBlur={() => leave("pointer", true)}
      onKeyDown={onKeyDown}
    />
  );
}

import { useEffect, useRef } from "react";
import type { FieldDescription } from "../description";
import type { Writing } from "../reading/writing";
import styles from "./control.module.css";
import type { InputProps } from "./inputProps";
import { useDraft } from "./useDraft";

interface TypedInputProps extends InputProps {
  writing: Writing;
}

/** One line that somebody types: words, numbers, amounts, years, days, addresses. */
export function TypedInput(props: TypedInputProps) {
  const { field, cell } = props;
  const draft = useDraft({ ...props, keepsWhileTyping: field.kind === "text" });
  const input = useFocusInCell(cell !== undefined);
  return (
    <input
      ref={input}
      id={props.id}
      className={styles.control}
      data-cell={cell !== undefined || undefined}
      data-number={isNumber(field) || undefined}
      aria-labelledby={props.labelledBy}
      aria-describedby={props.describedBy}
      aria-invalid={props.invalid || undefined}
      inputMode={inputModeOf(field)}
      type="text"
      autoComplete="off"
      spellCheck={field.kind === "text"}
      {...draft}
    />
  );
}

/** Takes the focus when an input opens in a cell, with the caret behind what was typed to open it. */
export function useFocusInCell(isCell: boolean) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const element = input.current;
    if (!isCell || element === null) return;
    element.focus();
    element.setSelectionRange(element.value.length, element.value.length);
  }, [isCell]);
  return input;
}

export function isNumber(field: FieldDescription): boolean {
  return "whole" in field;
}

/** What a phone's keyboard offers first; letters stay in reach for "1.2m", so amounts take the full one. */
function inputModeOf(field: FieldDescription) {
  if (field.kind === "email") return "email";
  if (field.kind === "web_link") return "url";
  return field.kind === "percent" || field.kind === "year" || field.kind === "number" ? "decimal" : "text";
}

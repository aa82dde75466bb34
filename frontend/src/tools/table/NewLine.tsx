import { type KeyboardEvent, type Ref, useState } from "react";
import type { Value } from "../../collab";
import { fieldIn, type SectionDescription } from "../../form";
import styles from "./table.module.css";

interface NewLineProps {
  section: SectionDescription;
  label: string;
  inputRef: Ref<HTMLInputElement & HTMLButtonElement>;
  onAdd(values: Record<string, Value>): void;
  /** Adds an empty record and opens its first cell. */
  onBegin(): void;
  /** The arrow up leads back into the table. */
  onBack(): void;
}

/** The line below the last record: a name and Enter make a record, and the line waits for the next. */
export function NewLine({ section, label, inputRef, onAdd, onBegin, onBack }: NewLineProps) {
  const [name, setName] = useState("");
  const title = fieldIn(section, section.title);
  const onArrowUp = (event: KeyboardEvent) => {
    if (event.key !== "ArrowUp") return;
    event.preventDefault();
    onBack();
  };
  // A record that is named by a reference or a day begins with choosing, not with writing.
  if (title?.kind !== "text") {
    return (
      <button type="button" ref={inputRef} className={styles.newLine} onClick={onBegin} onKeyDown={onArrowUp}>
        {label}
      </button>
    );
  }
  const add = () => {
    if (name.trim() === "") return;
    onAdd({ [section.title]: name.trim() });
    setName("");
  };
  return (
    <input
      ref={inputRef}
      className={styles.newLine}
      aria-label={label}
      placeholder={label}
      maxLength={title.most}
      value={name}
      onChange={(event) => setName(event.currentTarget.value)}
      onBlur={add}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === "Enter") add();
        if (event.key === "Escape") setName("");
        onArrowUp(event);
      }}
    />
  );
}

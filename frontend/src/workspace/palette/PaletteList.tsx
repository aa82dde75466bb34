import { TextInput } from "@mantine/core";
import { type KeyboardEvent, type RefObject, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import styles from "./CommandPalette.module.css";
import { type Command, shownCommands } from "./commands";
import { PaletteOptions } from "./PaletteOptions";

interface PaletteListProps {
  commands: readonly Command[];
  onClose(): void;
}

/** A search field over a list; the focus stays in the field, which says what is active. */
export function PaletteList({ commands, onClose }: PaletteListProps) {
  const { t } = useTranslation("workspace");
  const id = useId();
  const [typed, setTyped] = useState("");
  const shown = shownCommands(typed, commands);
  const list = useRef<HTMLDivElement>(null);
  const choose = (command: Command) => {
    onClose();
    command.run();
  };
  const { active, setAt, onKeyDown } = useListKeys(shown, list, choose);

  const search = (words: string) => {
    setTyped(words);
    setAt(0);
  };

  return (
    <>
      <TextInput
        className={styles.search}
        variant="unstyled"
        size="lg"
        role="combobox"
        aria-expanded
        aria-controls={id}
        aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
        aria-label={t("palette.search")}
        placeholder={t("palette.search")}
        value={typed}
        data-autofocus
        onKeyDown={onKeyDown}
        onChange={(event) => search(event.currentTarget.value)}
      />
      <div ref={list} id={id} role="listbox" aria-label={t("palette.title")} className={styles.list}>
        <PaletteOptions listId={id} shown={shown} active={active} onChoose={choose} />
      </div>
      <NothingFits typed={shown.length === 0 ? typed : null} />
    </>
  );
}

/** The line is always there, so that screen readers hear when it fills. */
function NothingFits({ typed }: { typed: string | null }) {
  const { t } = useTranslation("workspace");
  return (
    <p className={styles.none} role="status">
      {typed !== null && t("palette.none", { typed })}
    </p>
  );
}

/** Which of the commands shown is active, moved by the arrow keys round the ends; Enter chooses it. */
function useListKeys(
  shown: readonly Command[],
  list: RefObject<HTMLElement | null>,
  choose: (command: Command) => void,
) {
  const [at, setAt] = useState(0);
  const active = Math.min(at, shown.length - 1);

  function activate(index: number) {
    setAt(index);
    list.current?.querySelectorAll("[role=option]")[index]?.scrollIntoView({ block: "nearest" });
  }

  function onKeyDown(event: KeyboardEvent) {
    const command = shown[active];
    if (!command || event.nativeEvent.isComposing) return;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by) activate((active + by + shown.length) % shown.length);
    else if (event.key === "Enter") choose(command);
    else return;
    event.preventDefault();
  }

  return { active, setAt, onKeyDown };
}

import { useTranslation } from "react-i18next";
import styles from "./CommandPalette.module.css";
import type { Command, GroupName } from "./commands";

interface PaletteOptionsProps {
  listId: string;
  shown: readonly Command[];
  active: number;
  onChoose(command: Command): void;
}

/** The commands that fit, in their groups. */
export function PaletteOptions({ listId, shown, active, onChoose }: PaletteOptionsProps) {
  const { t } = useTranslation("workspace");
  return groupsOf(shown).map(([group, entries]) => (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a list box.
    <div key={group} role="group" aria-label={t(`palette.groups.${group}`)}>
      <div className={styles.group} aria-hidden="true">
        {t(`palette.groups.${group}`)}
      </div>
      {entries.map(({ command, index }) => (
        <Option
          key={command.id}
          id={`${listId}-${index}`}
          command={command}
          isActive={index === active}
          onChoose={() => onChoose(command)}
        />
      ))}
    </div>
  ));
}

interface OptionProps {
  id: string;
  command: Command;
  isActive: boolean;
  onChoose(): void;
}

function Option({ id, command, isActive, onChoose }: OptionProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field that owns the list has the keys.
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      className={styles.option}
      onClick={onChoose}
    >
      <span className={styles.label}>{command.label}</span>
      {command.detail && <span className={styles.detail}>{command.detail}</span>}
    </div>
  );
}

interface Entry {
  command: Command;
  index: number;
}

function groupsOf(shown: readonly Command[]): [GroupName, Entry[]][] {
  const groups = new Map<GroupName, Entry[]>();
  shown.forEach((command, index) => {
    groups.set(command.group, [...(groups.get(command.group) ?? []), { command, index }]);
  });
  return [...groups];
}

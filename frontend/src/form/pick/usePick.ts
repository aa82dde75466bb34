import { type ComboboxStore, useCombobox } from "@mantine/core";
import { type KeyboardEvent, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAnnounce } from "../../ui";
import { type Pickable, pickablesFor } from "./matching";
import type { PickerProps } from "./Picker";

/** The entry of the list that makes what was searched for and not found. */
export const CREATE = "//create";

export interface Pick {
  combobox: ComboboxStore;
  /** What is being searched; null while nobody searches. */
  search: string | null;
  setSearch(search: string): void;
  found: readonly Pickable[];
  /** What would be made, or null when nothing would. */
  wanted: string | null;
  submit(option: string): void;
  onKeyDown(event: KeyboardEvent<HTMLInputElement>): void;
}

/** The state of a picker: its list, what is searched, what Enter and Backspace do. */
export function usePick(props: PickerProps): Pick {
  const { cell, create, most, picked } = props;
  const [search, setSearch] = useState<string | null>(cell?.typed ?? (cell ? "" : null));
  const combobox = useCombobox({
    defaultOpened: cell !== undefined,
    onDropdownClose: () => {
      combobox.resetSelectedOption();
      setSearch(null);
    },
  });
  const name = search?.trim() ?? "";
  const found = pickablesFor(props.options, name);
  const isFull = most > 1 && picked.length >= most;
  const isKnown = name === "" || found.some((option) => sameName(option.label, name));
  const wanted = create === undefined || isFull || isKnown ? null : name;
  useFirstFound(combobox, name, found.length);
  const change = useChange(props, isFull);

  const submit = (option: string) => {
    const value = option === CREATE ? (create?.make(name) ?? null) : option;
    if (value === null) return;
    setSearch(most === 1 ? null : "");
    change(value);
    if (most > 1) return;
    combobox.closeDropdown();
    cell?.onLeave("stay");
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const isOpen = combobox.dropdownOpened;
    if (event.key === "Backspace" && !search && picked.length > 0) props.onPick(picked.slice(0, -1));
    if (event.key === "Escape" && isOpen && !cell) {
      combobox.closeDropdown();
      event.stopPropagation();
    }
    // Enter that takes an option has done its work; a table must not move on with it too.
    if (event.key === "Enter" && isOpen && combobox.getSelectedOptionIndex() >= 0) event.preventDefault();
  };
  return { combobox, search, setSearch, found, wanted, submit, onKeyDown };
}

/** Returns what taking an option does: take the place of the one, or join or leave the many. */
function useChange({ picked, most, onPick }: PickerProps, isFull: boolean): (value: string) => void {
  const { t } = useTranslation("form");
  const announce = useAnnounce();
  return (value) => {
    if (most === 1) onPick([value]);
    else if (picked.includes(value)) onPick(picked.filter((one) => one !== value));
    else if (isFull) announce(t("picker.full", { count: most }));
    else onPick([...picked, value]);
  };
}

/** Has Enter take the first entry of what was found. */
function useFirstFound(combobox: ComboboxStore, name: string, count: number): void {
  const { selectFirstOption } = combobox;
  // biome-ignore lint/correctness/useExhaustiveDependencies: again whenever the list changes, and only then.
  useEffect(() => {
    if (name !== "") selectFirstOption();
  }, [name, count]);
}

function sameName(a: string, b: string): boolean {
  return a.localeCompare(b, undefined, { sensitivity: "base" }) === 0;
}

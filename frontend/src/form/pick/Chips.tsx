import { type KeyboardEvent, type RefObject, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useAnnounce } from "../../ui";
import { Chip } from "./Chip";
import { moved, movedTo } from "./order";
import styles from "./Picker.module.css";

interface ChipsProps {
  values: readonly string[];
  isOrdered: boolean;
  nameOf(value: string): { text: string; isGone: boolean };
  onChange(values: string[]): void;
}

/** What is picked. Arrows walk along it, Alt + arrows (or dragging) change the order, Delete takes one out. */
export function Chips(props: ChipsProps) {
  const { values, isOrdered, nameOf } = props;
  const { t } = useTranslation("form");
  const list = useRef<HTMLUListElement>(null);
  const group = useRef(Symbol("chips"));
  const { put, remove, onKeyDown } = useChipKeys(props, list);
  if (values.length === 0) return null;
  return (
    <ul className={styles.chips} ref={list}>
      {values.map((value, at) => (
        <Chip
          key={value}
          value={value}
          group={group.current}
          name={nameOf(value)}
          isDraggable={isOrdered && values.length > 1}
          spoken={t(isOrdered ? "chips.ordered" : "chips.one", {
            name: nameOf(value).text,
            place: at + 1,
            count: values.length,
          })}
          onKeyDown={(event) => onKeyDown(event, at)}
          onRemove={() => remove(value)}
          onDrop={(dragged, edge) => put(movedTo(values, dragged, value, edge), dragged)}
        />
      ))}
    </ul>
  );
}

function useChipKeys(
  { values, isOrdered, nameOf, onChange }: ChipsProps,
  list: RefObject<HTMLElement | null>,
) {
  const { t } = useTranslation("form");
  const announce = useAnnounce();
  const focus = (value: string | undefined) => {
    const chips = [...(list.current?.querySelectorAll<HTMLElement>("[data-chip]") ?? [])];
    chips.find((chip) => chip.dataset.chip === value)?.focus();
  };
  const put = (order: string[], value: string) => {
    onChange(order);
    announce(
      t("chips.moved", { name: nameOf(value).text, place: order.indexOf(value) + 1, count: order.length }),
    );
  };
  const remove = (value: string) => onChange(values.filter((one) => one !== value));
  const onKeyDown = (event: KeyboardEvent, at: number) => {
    const value = values[at] ?? "";
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key] ?? 0;
    if (event.key === "Delete" || event.key === "Backspace") {
      remove(value);
      focus(values[at + 1] ?? values[at - 1]);
    } else if (by !== 0 && event.altKey && isOrdered) put(moved(values, at, by), value);
    else if (by !== 0) focus(values[at + by]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return { put, remove, onKeyDown };
}

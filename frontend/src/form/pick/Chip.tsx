import { type KeyboardEvent, useRef } from "react";
import { useTranslation } from "react-i18next";
import styles from "./Picker.module.css";
import { type ChipEdge, useChipDrag } from "./useChipDrag";

interface ChipProps {
  value: string;
  group: symbol;
  name: { text: string; isGone: boolean };
  isDraggable: boolean;
  spoken: string;
  onKeyDown(event: KeyboardEvent): void;
  onRemove(): void;
  onDrop(dragged: string, edge: ChipEdge): void;
}

/** One of several things picked. */
export function Chip(props: ChipProps) {
  const { value, name } = props;
  const { t } = useTranslation("form");
  const chip = useRef<HTMLLIElement>(null);
  const over = useChipDrag(chip, props);
  return (
    <li className={styles.chip} ref={chip} data-over={over ?? undefined} data-gone={name.isGone || undefined}>
      <button
        type="button"
        className={styles.name}
        data-chip={value}
        aria-label={props.spoken}
        onKeyDown={props.onKeyDown}
      >
        {name.text}
      </button>
      <button
        type="button"
        className={styles.drop}
        tabIndex={-1}
        aria-label={t("chips.remove", { name: name.text })}
        onClick={props.onRemove}
      >
        ×
      </button>
    </li>
  );
}

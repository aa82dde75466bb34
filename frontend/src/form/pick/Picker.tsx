import { Combobox } from "@mantine/core";
import { useTranslation } from "react-i18next";
import styles from "../inputs/control.module.css";
import type { InputProps } from "../inputs/inputProps";
import { useFocusInCell } from "../inputs/TypedInput";
import { Chips } from "./Chips";
import type { Pickable } from "./matching";
import picker from "./Picker.module.css";
import { PickList } from "./PickList";
import { type Pick as PickState, usePick } from "./usePick";

export interface PickerProps
  extends Pick<InputProps, "id" | "labelledBy" | "describedBy" | "invalid" | "cell"> {
  /** What there is to choose from, in order. */
  options: readonly Pickable[];
  picked: readonly string[];
  /** How many may be picked; 1 makes a new choice replace the old one. */
  most: number;
  /** The order of what is picked means something: the first is the primary one. */
  isOrdered?: boolean;
  /** How something picked shows at rest; options that are gone have names too. */
  nameOf(value: string): { text: string; isGone: boolean };
  onPick(values: string[]): void;
  /** Makes a new record of this name and returns its identifier. */
  create?: { label(name: string): string; make(name: string): string | null };
}

/** Search, choose, and make what is missing. One control for choices, records, people and places. */
export function Picker(props: PickerProps) {
  const { picked, most, cell, nameOf, onPick } = props;
  const pick = usePick(props);
  const isInCell = cell !== undefined;
  return (
    <Combobox
      store={pick.combobox}
      onOptionSubmit={pick.submit}
      offset={4}
      shadow="none"
      keepMounted={false}
      // A list of names needs more room than most columns have.
      {...(isInCell && { width: 240, position: "bottom-start" })}
    >
      <Combobox.DropdownTarget>
        <div className={`${styles.control} ${picker.picker}`} data-cell={isInCell || undefined}>
          {most > 1 && (
            <Chips values={picked} isOrdered={props.isOrdered ?? false} nameOf={nameOf} onChange={onPick} />
          )}
          <PickInput {...props} pick={pick} />
          {most === 1 && picked.length > 0 && <ClearButton onClear={() => onPick([])} />}
        </div>
      </Combobox.DropdownTarget>
      <PickList {...props} pick={pick} />
    </Combobox>
  );
}

function PickInput(props: PickerProps & { pick: PickState }) {
  const { t } = useTranslation("form");
  const { picked, most, pick } = props;
  const { combobox, search } = pick;
  const input = useFocusInCell(props.cell !== undefined);
  const shown = most === 1 && picked[0] !== undefined ? props.nameOf(picked[0]) : null;
  return (
    <Combobox.EventsTarget withExpandedAttribute>
      <input
        ref={input}
        id={props.id}
        role="combobox"
        aria-expanded={combobox.dropdownOpened}
        aria-controls={combobox.listId ?? undefined}
        aria-labelledby={props.labelledBy}
        aria-describedby={props.describedBy}
        aria-invalid={props.invalid || undefined}
        className={picker.input}
        data-gone={(search === null && shown?.isGone) || undefined}
        autoComplete="off"
        value={search ?? shown?.text ?? ""}
        placeholder={shown?.text ?? (picked.length === 0 ? t("picker.search") : "")}
        onChange={(event) => {
          pick.setSearch(event.currentTarget.value);
          combobox.openDropdown();
        }}
        onClick={() => combobox.openDropdown()}
        onBlur={() => combobox.closeDropdown()}
        onKeyDown={pick.onKeyDown}
      />
    </Combobox.EventsTarget>
  );
}

/** For the mouse; the keyboard has Backspace. */
function ClearButton({ onClear }: { onClear(): void }) {
  const { t } = useTranslation("form");
  return (
    <button
      type="button"
      className={picker.clear}
      aria-label={t("picker.clear")}
      tabIndex={-1}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onClear}
    >
      ×
    </button>
  );
}

import type { ChoiceField } from "../description";
import { useLabels } from "../labels";
import { Picker } from "../pick/Picker";
import type { InputProps } from "./inputProps";

/** One or several of the choices that a field declares. */
export function ChoiceInput(props: InputProps<ChoiceField>) {
  const { field, place, value, onCommit } = props;
  const labels = useLabels();
  const nameOf = (choice: string) => labels.choice(place.section, field, choice);
  const options = field.choices.map((choice) => ({ value: choice.value, label: nameOf(choice.value) }));
  const isSingle = field.kind === "choice";
  return (
    <Picker
      {...props}
      options={options}
      picked={pickedIn(value)}
      most={isSingle ? 1 : options.length}
      nameOf={(choice) => ({ text: nameOf(choice), isGone: false })}
      onPick={(picked) => onCommit(isSingle ? (picked[0] ?? null) : emptyAsNull(picked))}
    />
  );
}

/** A value as a list of what is picked. */
export function pickedIn(value: InputProps["value"]): string[] {
  if (Array.isArray(value)) return value;
  return typeof value === "string" ? [value] : [];
}

export function emptyAsNull(picked: string[]): string[] | null {
  return picked.length === 0 ? null : picked;
}

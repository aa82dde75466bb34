import { useTranslation } from "react-i18next";
import { usePeople } from "../../collab";
import type { PeopleField } from "../description";
import { Picker } from "../pick/Picker";
import { emptyAsNull, pickedIn } from "./ChoiceInput";
import type { InputProps } from "./inputProps";

/** People who are at the plan now. Who was named earlier and is away keeps their place. */
export function PeopleInput(props: InputProps<PeopleField>) {
  const { t } = useTranslation("form");
  const people = usePeople();
  const nameOf = (key: string) => {
    const person = people.find((one) => one.participant === key);
    return { text: person?.name ?? t("people.away"), isGone: false };
  };
  return (
    <Picker
      {...props}
      options={people.map(({ participant, name, department }) => ({
        value: participant,
        label: name,
        detail: department,
      }))}
      picked={pickedIn(props.value)}
      most={props.field.most}
      nameOf={nameOf}
      onPick={(picked) => props.onCommit(emptyAsNull(picked))}
    />
  );
}

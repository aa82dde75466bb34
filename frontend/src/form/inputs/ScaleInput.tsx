import type { ScaleField } from "../description";
import { useLabels } from "../labels";
import { Picker } from "../pick/Picker";
import type { InputProps } from "./inputProps";
import { ScaleSteps } from "./ScaleSteps";
import { stepsOf } from "./scale";

/** A scale: in a form a row of steps, in a cell, where the steps' names have no room, a list of them. */
export function ScaleInput(props: InputProps<ScaleField>) {
  const isNamed = props.field.labels.length > 0;
  return props.cell && isNamed ? <StepList {...props} /> : <ScaleSteps {...props} />;
}

function StepList(props: InputProps<ScaleField>) {
  const { field, place, value, onCommit } = props;
  const labels = useLabels();
  const nameOf = (step: string) => labels.step(place.section, field, Number(step));
  return (
    <Picker
      {...props}
      options={stepsOf(field).map((step) => ({ value: String(step), label: nameOf(String(step)) }))}
      picked={typeof value === "number" ? [String(value)] : []}
      most={1}
      nameOf={(step) => ({ text: nameOf(step), isGone: false })}
      onPick={([step]) => onCommit(step === undefined ? null : Number(step))}
    />
  );
}

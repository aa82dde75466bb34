import { useCircumstances } from "../reading/ReaderProvider";
import { writingOf } from "../reading/writing";
import { ValueText } from "../ValueText";
import { ChoiceInput } from "./ChoiceInput";
import { DayInput } from "./DayInput";
import { FlagInput } from "./FlagInput";
import type { InputProps } from "./inputProps";
import { LongTextInput } from "./LongTextInput";
import { PeopleInput } from "./PeopleInput";
import { RefInput } from "./RefInput";
import { RichTextInput } from "./RichTextInput";
import { ScaleInput } from "./ScaleInput";
import { TargetInput } from "./TargetInput";
import { TypedInput } from "./TypedInput";

/** The input for a field, whatever its kind. A new kind of field needs a case here and nothing else. */
export function InputOf(props: InputProps) {
  const { field } = props;
  switch (field.kind) {
    case "long_text":
      return <LongTextInput {...props} field={field} />;
    case "rich_text":
      return <RichTextInput {...props} field={field} />;
    case "choice":
    case "choices":
      return <ChoiceInput {...props} field={field} />;
    case "scale":
      return <ScaleInput {...props} field={field} />;
    case "flag":
      return <FlagInput {...props} />;
    case "ref":
    case "refs":
      return <RefInput {...props} field={field} />;
    case "people":
      return <PeopleInput {...props} field={field} />;
    case "target":
      return <TargetInput {...props} />;
    case "stamp":
    case "order":
      return <ValueText section={props.place.section} field={field} value={props.value} />;
    default:
      return <WrittenInput {...props} />;
  }
}

/** What is typed on one line, read by the rules of its kind. */
function WrittenInput(props: InputProps) {
  const writing = writingOf(props.field, useCircumstances(props.row.values.currency));
  if (writing === null) return null;
  return props.field.kind === "day" ? (
    <DayInput {...props} writing={writing} />
  ) : (
    <TypedInput {...props} writing={writing} />
  );
}

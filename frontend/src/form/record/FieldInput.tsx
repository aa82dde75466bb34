import { useFacts, useRow } from "../../collab";
import { useSection } from "../description";
import { ReaderProvider } from "../reading/ReaderProvider";
import { BoundField, useField } from "./BoundField";

interface FieldInputProps {
  section: string;
  /** Null in a section of facts. */
  id: string | null;
  field: string;
}

/** One field of the plan, ready to fill: name, help, input, who else is in it. */
export function FieldInput(props: FieldInputProps) {
  const { many } = useSection(props.section);
  return <ReaderProvider>{many ? <FieldOfRecord {...props} /> : <FieldOfFacts {...props} />}</ReaderProvider>;
}

function FieldOfFacts({ section, field }: FieldInputProps) {
  const described = useField(section, field);
  return <BoundField place={{ section, id: null, field }} field={described} row={useFacts(section)} />;
}

function FieldOfRecord({ section, id, field }: FieldInputProps) {
  const described = useField(section, field);
  const row = useRow(section, id ?? "");
  return row && <BoundField place={{ section, id, field }} field={described} row={row} />;
}

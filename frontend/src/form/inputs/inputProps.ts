import type { Row, Target, Value } from "../../collab";
import type { FieldDescription } from "../description";
import type { Problem } from "../reading/limits";

/** A field of a record; unlike any target, it always names a field. */
export interface FieldPlace extends Target {
  field: string;
}

/** How somebody leaves the cell of a table: where the next one is, or back to this cell. */
export type Leaving = "stay" | "down" | "next" | "previous";

/** What every input of a field gets; `Field` narrows it to the kinds that the input knows. */
export interface InputProps<Field extends FieldDescription = FieldDescription> {
  field: Field;
  place: FieldPlace;
  row: Row;
  value: Value;
  id: string;
  /** The id of the element that names the input. */
  labelledBy: string;
  describedBy: string | undefined;
  invalid: boolean;
  onCommit(value: Value): void;
  onProblem(problem: Problem | null): void;
  /** Present in the cell of a table, where the input has no frame, takes the focus and ends by leaving. */
  cell?: {
    /** What was typed to begin; it replaces the value. */
    typed: string | null;
    onLeave(how: Leaving): void;
  };
}

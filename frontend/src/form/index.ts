/** Forms and values of the plan, all of them drawn from its description. */

export {
  type FieldDescription,
  type FieldOf,
  fieldIn,
  fieldsToFill,
  firstToFill,
  isEvidence,
  type PlanDescription,
  PlanDescriptionContext,
  type SectionDescription,
  type ToolDescription,
  useLookup,
  useSection,
} from "./description";
export { AudienceMark } from "./frame/AudienceMark";
export { ProblemText } from "./frame/FieldFrame";
export { PersonTag } from "./frame/PersonTag";
export { PlaceFootContext, PlaceSlot, PlaceSlotContext } from "./frame/PlaceSlot";
export { InputOf } from "./inputs/InputOf";
export type { FieldPlace, InputProps, Leaving } from "./inputs/inputProps";
export { ScaleMark } from "./inputs/ScaleMark";
export { type MarkKind, markOf, stepOfKey } from "./inputs/scale";
export { isNumber } from "./inputs/TypedInput";
export { type Labels, useLabels } from "./labels";
export { nameOfRecord, type RecordName as NameOfRecord, useRecordName } from "./names";
export { type Pickable, plain } from "./pick/matching";
export { Picker } from "./pick/Picker";
export { formatTarget } from "./places";
export { addDays, addMonths, daysBetween, isDay, localToday, moment, weekdayOf } from "./reading/calendar";
export { formatMoney, formatValue, type Reader } from "./reading/formatting";
export type { Problem } from "./reading/limits";
export { ReaderProvider, useCircumstances, useFormatValue, useReader } from "./reading/ReaderProvider";
export { type Circumstances, writingOf } from "./reading/writing";
export { useCanEdit } from "./record/BoundField";
export { FieldInput } from "./record/FieldInput";
export { FactsForm, RecordForm } from "./record/RecordForm";
export { RecordName, ValueText } from "./ValueText";

import { useId, useState } from "react";
import { type Row, useEdits, useFocusTarget, useOthersAt, usePlanSession } from "../../collab";
import { type FieldDescription, fieldIn, useSection } from "../description";
import { FieldFrame, type FrameIds } from "../frame/FieldFrame";
import { PlaceFoot, PlaceSlot } from "../frame/PlaceSlot";
import { InputOf } from "../inputs/InputOf";
import type { FieldPlace } from "../inputs/inputProps";
import { RichTextInput } from "../inputs/RichTextInput";
import { useLabels } from "../labels";
import { formatTarget } from "../places";
import type { Problem } from "../reading/limits";
import { ValueText } from "../ValueText";
import styles from "./RecordForm.module.css";

interface BoundFieldProps {
  place: FieldPlace;
  field: FieldDescription;
  row: Row;
}

/** A field of a record with its frame, bound to the plan. */
export function BoundField(props: BoundFieldProps) {
  const { place, field, row } = props;
  const id = useId();
  const labels = useLabels();
  const others = useOthersAt(place);
  const focus = useFocusTarget(place);
  const canEdit = useCanEdit(place.section, row);
  const { title } = useSection(place.section);
  const [problem, setProblem] = useState<Problem | null>(null);
  return (
    <div
      className={styles.field}
      data-wide={isWide(field) || field.key === title || undefined}
      data-target={formatTarget(place)}
      {...focus}
    >
      <FieldFrame
        id={id}
        label={labels.field(place.section, field, "label")}
        help={labels.field(place.section, field, "help")}
        audience={field.audience}
        others={others}
        problem={problem}
        slot={<PlaceSlot target={place} />}
        isLabelable={canEdit && isLabelable(field)}
      >
        {(ids) =>
          canEdit ? (
            <BoundInput {...props} ids={ids} problem={problem} onProblem={setProblem} />
          ) : (
            <ValueAtRest {...props} ids={ids} />
          )
        }
      </FieldFrame>
      <PlaceFoot target={place} />
    </div>
  );
}

interface BoundInputProps extends BoundFieldProps {
  ids: FrameIds;
  problem: Problem | null;
  onProblem(problem: Problem | null): void;
}

function BoundInput({ place, field, row, ids, problem, onProblem }: BoundInputProps) {
  const edits = useEdits();
  return (
    <InputOf
      field={field}
      place={place}
      row={row}
      value={row.values[field.key] ?? null}
      id={ids.input}
      labelledBy={ids.label}
      describedBy={ids.describedBy}
      invalid={problem !== null}
      onProblem={onProblem}
      onCommit={(value) => edits.set(place.section, place.id, field.key, value)}
    />
  );
}

/** A value that this person may read and not change. */
function ValueAtRest({ place, field, row, ids }: BoundFieldProps & { ids: FrameIds }) {
  if (field.kind === "rich_text" && row.values[field.key] !== null) {
    return (
      <RichTextInput
        place={place}
        field={field}
        id={ids.input}
        labelledBy={ids.label}
        describedBy={ids.describedBy}
        readOnly
      />
    );
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for inputs; this is a name with its value.
    <div className={styles.rest} role="group" aria-labelledby={ids.label} aria-describedby={ids.describedBy}>
      <ValueText
        section={place.section}
        field={field}
        value={row.values[field.key] ?? null}
        currency={row.values.currency}
      />
    </div>
  );
}

/** Whether this person may change a record: a comment, for instance, belongs to who wrote it. */
export function useCanEdit(section: string, row: Row): boolean {
  const { canEdit, you } = usePlanSession();
  const { owned_by: ownedBy } = useSection(section);
  const owner = ownedBy === null ? null : row.values[ownedBy];
  const isOwn =
    typeof owner !== "object" || owner === null || !("key" in owner) || owner.key === you?.participant;
  return canEdit && isOwn && row.removed === null;
}

function isLabelable(field: FieldDescription): boolean {
  return field.kind !== "scale" && field.kind !== "rich_text" && field.kind !== "stamp";
}

/** Text of several lines takes the whole width of a form, as does what names the record. */
function isWide(field: FieldDescription): boolean {
  return (
    field.kind === "long_text" ||
    field.kind === "rich_text" ||
    ("most" in field && field.kind === "text" && field.most > 200)
  );
}

/** Returns the description of a field; one that its section lacks is a mistake in the program. */
export function useField(section: string, key: string): FieldDescription {
  const field = fieldIn(useSection(section), key);
  if (field === null) throw new Error(`Section "${section}" has no field "${key}".`);
  return field;
}

import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { type Row, useEdits, usePlanSession, useRows } from "../../collab";
import {
  fieldIn,
  type RefField,
  type RefsField,
  type SectionDescription,
  useLookup,
  useSection,
} from "../description";
import { useLabels } from "../labels";
import { nameOfRecord } from "../names";
import type { Pickable } from "../pick/matching";
import { Picker } from "../pick/Picker";
import { emptyAsNull, pickedIn } from "./ChoiceInput";
import type { InputProps } from "./inputProps";

/** One record or several of another section: found by name, or made on the spot. */
export function RefInput(props: InputProps<RefField | RefsField>) {
  const { field, place, value, onCommit } = props;
  const { t } = useTranslation("form");
  const labels = useLabels();
  const edits = useEdits();
  const target = useSection(field.to);
  const named = useNamedValues(place.section, field);
  const records = usePickableRecords(target, place.section === field.to ? place.id : null);
  const isSingle = field.kind === "ref";
  const title = fieldIn(target, target.title);
  const create = {
    label: (name: string) => t("reference.create", { name, one: labels.section(target, "one") }),
    make: (name: string) => edits.add(field.to, { [target.title]: name }),
  };
  return (
    <Picker
      {...props}
      options={[...named.options, ...records.options]}
      picked={pickedIn(value)}
      most={isSingle ? 1 : field.most}
      isOrdered
      nameOf={(picked) => named.nameOf(picked) ?? records.nameOf(picked)}
      onPick={(picked) => onCommit(isSingle ? (picked[0] ?? null) : emptyAsNull(picked))}
      // A record that is named by a reference or a choice cannot be made from a few letters.
      {...(title?.kind === "text" && { create })}
    />
  );
}

/** The values a reference may take instead of a record, such as "Us" among the competitors. */
function useNamedValues(section: string, field: RefField | RefsField) {
  const labels = useLabels();
  const also = field.kind === "ref" ? field.also : [];
  const options = also.map(({ value }) => ({ value, label: labels.choice(section, field, value) }));
  return {
    options,
    nameOf: (value: string) => {
      const option = options.find((one) => one.value === value);
      return option ? { text: option.label, isGone: false } : null;
    },
  };
}

/** The live records of a section as options, all but the record that asks. */
function usePickableRecords(target: SectionDescription, self: string | null) {
  const { t } = useTranslation("form");
  const { doc } = usePlanSession();
  const lookup = useLookup();
  const labels = useLabels();
  const rows = useRows(target.key);
  const unnamed = t("reference.unnamed", { one: labels.section(target, "one") });
  const options = useMemo(
    () =>
      rows
        .filter((row) => row.id !== self)
        .map((row) => ({
          value: row.id,
          label: nameOfRecord(doc, lookup, target.key, row.id) || unnamed,
          ...detailOf(row, target),
        })),
    [rows, self, doc, lookup, target, unnamed],
  );
  const live = useMemo(() => new Set(rows.map((row) => row.id)), [rows]);
  return {
    options: options satisfies Pickable[],
    nameOf: (id: string) => {
      const text = nameOfRecord(doc, lookup, target.key, id);
      return { text: text === null ? t("reference.lost") : text || unnamed, isGone: !live.has(id) };
    },
  };
}

/** The first other words of a record: what tells two people of one name apart. */
function detailOf(row: Row, target: SectionDescription): { detail?: string } {
  const words = target.fields.find(
    (field) => field.kind === "text" && field.key !== target.title && !field.system,
  );
  const detail = words && !words.key.startsWith("evidence") ? row.values[words.key] : null;
  return typeof detail === "string" ? { detail } : {};
}

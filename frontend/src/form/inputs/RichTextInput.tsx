import { Suspense } from "react";
import { useEdits, usePlanSession } from "../../collab";
import { lazily } from "../../ui/lazily";
import type { WordsField } from "../description";
import { useLabels } from "../labels";
import type { FieldPlace, InputProps } from "./inputProps";
import longText from "./LongText.module.css";

/** The editor is the biggest part of the page; it comes when a form with formatted text opens. */
const RichTextEditor = lazily(() => import("../richText/RichTextEditor"));

interface RichTextInputProps
  extends Pick<InputProps<WordsField>, "field" | "id" | "labelledBy" | "describedBy"> {
  place: FieldPlace;
  readOnly?: boolean;
}

/** Formatted text in which several people type at once. */
export function RichTextInput({
  place,
  field,
  id,
  labelledBy,
  describedBy,
  readOnly = false,
}: RichTextInputProps) {
  const labels = useLabels();
  // A rejected edit replaces the document (W6), and with it every text in it.
  usePlanSession();
  const fragment = useEdits().sharedXml(place.section, place.id, place.field);
  if (fragment === null) return null;
  return (
    <Suspense fallback={<div className={longText.waiting} />}>
      <RichTextEditor
        fragment={fragment}
        id={id}
        label={labels.field(place.section, field, "label")}
        labelledBy={labelledBy}
        describedBy={describedBy}
        readOnly={readOnly}
        most={field.most}
      />
    </Suspense>
  );
}

import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { usePlanSession } from "../../collab";
import { useLookup } from "../description";
import { useLabels } from "../labels";
import { Picker } from "../pick/Picker";
import { namePlace, placesToPick } from "../places";
import type { InputProps } from "./inputProps";

/** A place of the plan: a section or a record of one. */
export function TargetInput(props: InputProps) {
  const { t } = useTranslation("form");
  const { doc } = usePlanSession();
  const lookup = useLookup();
  const labels = useLabels();
  const options = useMemo(() => placesToPick(doc, lookup, labels), [doc, lookup, labels]);
  return (
    <Picker
      {...props}
      options={options}
      picked={typeof props.value === "string" ? [props.value] : []}
      most={1}
      nameOf={(target) => ({
        text: namePlace(doc, lookup, labels, target) ?? t("reference.lost"),
        isGone: false,
      })}
      onPick={(picked) => props.onCommit(picked[0] ?? null)}
    />
  );
}

import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { type Row, useEdits } from "../../collab";
import { fieldIn, type SectionDescription, useLabels } from "../../form";
import { textIn } from "../action/action";
import type { DrawingProps } from "../drawing";
import { type Lane, Lanes, type Spot } from "../lanes";
import { useAdding, useShown } from "../lanes/useShown";
import { ObjectiveCard } from "./ObjectiveCard";

/** Objectives in lanes by how far away they are. */
export default function Horizons({ section, label, rows, all, canEdit, onOpen }: DrawingProps) {
  const edits = useEdits();
  const lanes = useHorizons(section);
  const shown = useShown(all, rows);
  const add = useAdding(section);
  const onMove = useCallback(
    (id: string, { lane, place }: Spot) =>
      edits.together(() => {
        edits.set("objectives", id, "horizon", lane === "" ? null : lane);
        if (place !== null) edits.move("objectives", id, place);
      }),
    [edits],
  );
  return (
    <Lanes
      section={section}
      label={label}
      lanes={lanes}
      rows={shown}
      laneOf={horizonOf}
      canEdit={canEdit}
      onMove={onMove}
      onAdd={(title, horizon) => add({ title, horizon })}
      onOpen={onOpen}
      Face={ObjectiveCard}
    />
  );
}

function horizonOf(row: Row): string {
  return textIn(row.values.horizon) ?? "";
}

function useHorizons(section: SectionDescription): readonly Lane[] {
  const { t } = useTranslation(["trendViews", "actionViews"]);
  const labels = useLabels();
  return useMemo(() => {
    const field = fieldIn(section, "horizon");
    const choices = field?.kind === "choice" ? field.choices : [];
    const lanes = choices.map(({ value }) => ({
      key: value,
      label: field ? labels.choice(section.key, field, value) : value,
    }));
    return [...lanes, { key: "", label: t("horizons.none") }];
  }, [section, labels, t]);
}

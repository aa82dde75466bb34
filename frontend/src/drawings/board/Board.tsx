import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { type Row, useEdits } from "../../collab";
import { fieldIn, type SectionDescription, useLabels } from "../../form";
import { actionOf, STATUSES, type Status } from "../action/action";
import { changesWith, writeStatus } from "../action/statusChange";
import { useToday } from "../action/useToday";
import type { DrawingProps } from "../drawing";
import { type Lane, Lanes, type Spot } from "../lanes";
import { useAdding, useShown } from "../lanes/useShown";
import { BoardCard } from "./BoardCard";

/** Actions as cards in a column for each status. */
export default function Board({ section, label, rows, all, canEdit, onOpen }: DrawingProps) {
  const lanes = useStatusLanes(section);
  const shown = useShown(all, rows);
  const today = useToday();
  const onMove = useMove(all, today);
  const add = useAdding(section);
  return (
    <Lanes
      section={section}
      label={label}
      lanes={lanes}
      rows={shown}
      laneOf={laneOf}
      canEdit={canEdit}
      onMove={onMove}
      onAdd={(title, lane) => add({ title, ...changesWith(NEW, statusIn(lane), today) })}
      onOpen={onOpen}
      Face={BoardCard}
    />
  );
}

const NEW = actionOf({ id: "", order: "", removed: null, values: {} });

function laneOf(row: Row): string {
  return actionOf(row).status ?? "";
}

function statusIn(lane: string): Status | null {
  return STATUSES.find((status) => status === lane) ?? null;
}

function useStatusLanes(section: SectionDescription): readonly Lane[] {
  const { t } = useTranslation("actionViews");
  const labels = useLabels();
  return useMemo(() => {
    const field = fieldIn(section, "status");
    const named = STATUSES.map((key) => ({
      key,
      label: field ? labels.choice(section.key, field, key) : key,
    }));
    return [...named, { key: "", label: t("board.no_status") }];
  }, [section, labels, t]);
}

/** Puts an action into a column, with what follows from its new status, as one step of undo. */
function useMove(all: readonly Row[], today: string): (id: string, spot: Spot) => void {
  const edits = useEdits();
  return useCallback(
    (id, { lane, place }) => {
      const row = all.find((one) => one.id === id);
      if (row === undefined) return;
      edits.together(() => {
        writeStatus(edits, actionOf(row), statusIn(lane), today);
        if (place !== null) edits.move("actions", id, place);
      });
    },
    [edits, all, today],
  );
}

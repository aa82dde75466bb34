import type { TFunction } from "i18next";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import * as Y from "yjs";
import { type Target, usePlanSession } from "../../collab";
import { useAnnounce } from "../../ui";
import { toolOf } from "../places/targets";
import { namePlace } from "../places/titles";
import { placesTouched } from "./touched";

type Changed = Y.AbstractType<Y.YEvent<Y.AbstractType<unknown>>>;

interface Popped {
  type: "undo" | "redo";
  changedParentTypes: Map<Changed, Y.YEvent<Y.AbstractType<unknown>>[]>;
}

/** Tells screen readers what an undo or redo did, wherever it was asked for. */
export function useUndoNews(): void {
  const { t } = useTranslation("workspace");
  const { doc, undoManager } = usePlanSession();
  const announce = useAnnounce();
  useEffect(() => {
    const onPopped = ({ type, changedParentTypes }: Popped) => {
      const places = placesTouched(changedParentTypes.values());
      announce(undoWords(doc, t(`undo.${type}`), places, t));
    };
    undoManager.on("stack-item-popped", onPopped);
    return () => undoManager.off("stack-item-popped", onPopped);
  }, [undoManager, doc, announce, t]);
}

/** "Undone. Chief information officer: Stance." A record put in the bin or taken out is said as that. */
function undoWords(doc: Y.Doc, done: string, places: readonly Target[], t: TFunction<"workspace">): string {
  const [place] = places;
  if (!place) return done;
  const { tool, record, field } = namePlace(doc, place, t);
  const words = [record || tool, whatOf(doc, place, field, t)].filter(Boolean).join(": ");
  return places.length > 1
    ? t("undo.andMore", { done, words, count: places.length - 1 })
    : t("undo.one", { done, words });
}

function whatOf(doc: Y.Doc, place: Target, field: string, t: TFunction<"workspace">): string {
  if (place.field === "order") return t("undo.moved");
  if (place.field !== "removed") return field;
  return t(isRemoved(doc, place) ? "undo.binned" : "undo.restored");
}

function isRemoved(doc: Y.Doc, { section, id }: Target): boolean {
  const records = doc.getMap(toolOf(section)?.key).get(section);
  const record = records instanceof Y.Map ? records.get(id ?? "") : null;
  return record instanceof Y.Map && Boolean(record.get("removed"));
}

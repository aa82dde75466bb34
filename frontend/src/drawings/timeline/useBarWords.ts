import { useTranslation } from "react-i18next";
import { useReader } from "../../form";
import { useFormats } from "../../ui";
import type { Action } from "../action/action";
import { kindOf } from "./bars";

/** Returns an action's days in words, and where a title is given what else is to be said of it. */
export function useBarWords(action: Action, title: string, isCritical: boolean): string {
  const { t } = useTranslation("actionViews");
  const { day } = useFormats();
  const { nameOf } = useReader();
  const { start, due } = action;
  const days = t(`timeline.days.${kindOf(action)}`, { start: start && day(start), due: due && day(due) });
  if (title === "") return days;
  const waits = action.dependsOn.map((id) => nameOf("actions", id)).filter((name) => name !== null);
  const parts = [
    title,
    days,
    action.status && t(`timeline.status.${action.status}`),
    waits.length > 0 && t("timeline.waits_for", { names: waits.join(", ") }),
    isCritical && t("timeline.word.critical"),
  ];
  return parts.filter(Boolean).join(", ");
}

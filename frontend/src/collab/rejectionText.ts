import type { TFunction } from "i18next";
import type { KeptRejection, KeptValue } from "./rejection";
import type { PlanIndex } from "./shape";
import type { Rejection, Value } from "./types";

type Translate = TFunction<["collab", "plan"]>;

/** What a problem means that the server did not put into words. */
export function problemText(code: string, t: TFunction<"collab">): string {
  return t([`problem.${code}`, "problem.other"]);
}

/** Put a rejection into the reader's language, with the person's words as text for copying. */
export function rejectionIn(
  { at, code, where, message, kept }: KeptRejection,
  index: PlanIndex,
  t: Translate,
): Rejection {
  const text = kept.map((value) => lineOf(value, kept.length, index, t)).join("\n");
  return { at, code, where, message: message || problemText(code, t), text };
}

/** One field's words, named when there are several. */
function lineOf({ target, value }: KeptValue, among: number, index: PlanIndex, t: Translate): string {
  const words = wordsIn(value);
  if (among === 1 || target.field === null) return words;
  const declared = index.get(target.section)?.fields.get(target.field)?.label ?? target.field;
  const label = t(`plan:section.${target.section}.fields.${target.field}.label`, { defaultValue: declared });
  return `${label}: ${words}`;
}

function wordsIn(value: Value): string {
  if (value === null) return "";
  if (Array.isArray(value)) return value.join(", ");
  return typeof value === "object" ? value.name : String(value);
}

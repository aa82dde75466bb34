import type { TFunction } from "i18next";
import type { SaveState } from "../../collab";

type Offline = Extract<SaveState, { state: "offline" }>;

/** What the pill says of the save state. *Saved* is only ever said when the server has said so (W1). */
export function saveWords(state: SaveState, t: TFunction<"workspace">): string {
  switch (state.state) {
    case "connecting":
      return t("save.connecting");
    case "saved":
      return t("save.saved");
    case "saving":
      return t("save.saving", { count: state.edits });
    case "offline":
      return offlineWords(state, t);
    case "read_only":
      return t("save.readOnly");
    case "not_saved":
      return t("save.notSaved", { why: state.message });
  }
}

function offlineWords({ edits, cannotSave }: Offline, t: TFunction<"workspace">): string {
  if (cannotSave) return edits === 0 ? t("save.noStorage") : t("save.waiting", { count: edits });
  return edits === 0 ? t("save.offlineNothing") : t("save.offline", { count: edits });
}

/**
 * What a screen reader should be told next, given what it was told last, or null for silence.
 *
 * Typing swings between saving and saved many times a minute; that is no news. News is when it
 * stops working, and when it works again.
 */
export function newsOf(told: SaveState["state"], now: SaveState["state"]): SaveState["state"] | null {
  if (now === told || now === "saving" || now === "connecting") return null;
  return now;
}

import { useTranslation } from "react-i18next";
import type { Change } from "../../api";
import { usePlanSession } from "../../collab";
import { CopyButton } from "../notices/CopyButton";
import { parseTarget } from "../places/targets";
import { namePlace } from "../places/titles";
import { useSaid } from "./useSaid";
import { useHistoryWords } from "./versionWords";

/** Takes what changed along as sentences, for the minutes or a mail. */
export function CopyChanges({ changes }: { changes: readonly Change[] }) {
  const { t } = useTranslation("versions");
  const sentence = useSentence();
  return <CopyButton label={t("copy")} text={changes.map(sentence).join("\n")} />;
}

/** Returns a function that says a change as a whole sentence, which needs no heading over it. */
function useSentence(): (change: Change) => string {
  const { t } = useTranslation("workspace");
  const { doc } = usePlanSession();
  const said = useSaid();
  const words = useHistoryWords();
  return (change) => {
    const { section, id } = parseTarget(change.where);
    const { field, before, after } = said(change);
    const { title } = change.values;
    return t(`drift.${change.code}`, {
      ns: "plan",
      section: t(`section.${section}.label`, { ns: "plan" }),
      title: title || namePlace(doc, { section, id, field: null }, t).record,
      by: change.by.map(words.person),
      field,
      before,
      after,
    });
  };
}

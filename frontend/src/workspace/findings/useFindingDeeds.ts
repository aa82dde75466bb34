import { useTranslation } from "react-i18next";
import { type Finding, useEdits, usePlanSession, type Value } from "../../collab";
import { useAnnounce } from "../../ui";
import { SET_ASIDE } from "../places/targets";

export interface FindingDeeds {
  /** Whether this person may do anything about findings. */
  canAct: boolean;
  /** Put right what a finding speaks of, as one step of undo. */
  mend(finding: Finding): void;
  setAside(finding: Finding, reason: string): void;
  /** Take the record out that set a finding aside. */
  bringBack(id: string): void;
}

/** What one can do about a finding; every deed is an ordinary edit of the plan. */
export function useFindingDeeds(): FindingDeeds {
  const { t } = useTranslation("findings");
  const edits = useEdits();
  const { canEdit, you } = usePlanSession();
  const announce = useAnnounce();
  return {
    canAct: canEdit && you !== null,
    mend: ({ mend }) => {
      edits.together(() => {
        for (const { section, id, field, value } of mend) edits.set(section, id, field, value as Value);
      });
      announce(t("mended"));
    },
    setAside: ({ code, where }, reason) => {
      if (you === null) return;
      const { participant: key, name, department } = you;
      const by = { key, name, department, at: new Date().toISOString() };
      edits.add(SET_ASIDE, { code, place: where, reason, by });
      announce(t("setAside.done"));
    },
    bringBack: (id) => {
      edits.remove(SET_ASIDE, id);
      announce(t("aside.broughtBack"));
    },
  };
}

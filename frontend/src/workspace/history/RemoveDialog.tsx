import { useTranslation } from "react-i18next";
import { asProblem, useRemoveVersion, type Version } from "../../api";
import { ProblemBar } from "../../pages/forms";
import { ConfirmDialog } from "../../ui";
import { useWorkspace } from "../frame/workspaceContext";
import { useHistoryWords } from "./versionWords";

interface RemoveDialogProps {
  version: Version;
  onClose(): void;
  onDone(words: string): void;
}

/** Asks before a version is deleted, which cannot be undone. */
export function RemoveDialog({ version, onClose, onDone }: RemoveDialogProps) {
  const { t } = useTranslation("versions");
  const { planId } = useWorkspace();
  const name = useHistoryWords().version(version);
  const remove = useRemoveVersion(planId);
  return (
    <ConfirmDialog
      opened
      title={t("remove.title", { name })}
      confirmLabel={t("remove.do")}
      danger
      busy={remove.isPending}
      onConfirm={() => remove.mutate(version.id, { onSuccess: () => onDone(t("remove.done", { name })) })}
      onClose={onClose}
    >
      <p>{t("remove.text")}</p>
      {remove.error && <ProblemBar problem={asProblem(remove.error)} />}
    </ConfirmDialog>
  );
}

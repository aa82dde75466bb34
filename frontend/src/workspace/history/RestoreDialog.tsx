import { useTranslation } from "react-i18next";
import type { Version } from "../../api";
import { ProblemBar } from "../../pages/forms";
import { ConfirmDialog } from "../../ui";
import { type Effects, isNothing, type Restored } from "./effects";
import styles from "./history.module.css";
import { useRestoring } from "./useRestoring";
import { Waiting } from "./VersionList";
import { useHistoryWords } from "./versionWords";

interface RestoreDialogProps {
  version: Version;
  scope: Restored;
  onClose(): void;
  onDone(words: string): void;
}

/** Says what restoring does, in numbers, before it does it. */
export function RestoreDialog({ version, scope, onClose, onDone }: RestoreDialogProps) {
  const { t } = useTranslation("versions");
  const name = useHistoryWords().version(version);
  const what = useWhat(scope);
  const { restore, ...deed } = useRestoring(version.id, scope);
  const done = () => onDone(t(`restore.done.${scope.of}`, { what, name }));
  return (
    <ConfirmDialog
      opened
      title={t(`restore.title.${scope.of}`, { what, name })}
      confirmLabel={deed.isPossible ? t(`restore.do.${scope.of}`, { what }) : t("restore.leave")}
      busy={deed.isUnderWay || deed.isLookingUp}
      onConfirm={() => (deed.isPossible ? restore(done) : onClose())}
      onClose={onClose}
    >
      <div className={styles.contents}>
        {deed.isOffline && <p>{t("restore.offline")}</p>}
        {deed.isLookingUp && <Waiting />}
        {deed.effects && !deed.isOffline && <Said effects={deed.effects} />}
        {deed.isUnderWay && <p role="status">{t("restore.underWay")}</p>}
        {deed.problem && <ProblemBar problem={deed.problem} />}
      </div>
    </ConfirmDialog>
  );
}

function Said({ effects }: { effects: Effects }) {
  const { t } = useTranslation("versions");
  if (isNothing(effects)) return <p>{t("restore.nothing")}</p>;
  const { changed, binned, back } = effects;
  return (
    <>
      <ul className={styles.effects}>
        {changed > 0 && <li>{t("restore.changed", { count: changed })}</li>}
        {back > 0 && <li>{t("restore.back", { count: back })}</li>}
        {binned > 0 && <li>{t("restore.binned", { count: binned })}</li>}
      </ul>
      <p>{t("restore.kept")}</p>
    </>
  );
}

/** What is restored, by name; empty for the whole plan. */
function useWhat(scope: Restored): string {
  const { t } = useTranslation("versions");
  if (scope.of === "plan") return "";
  if (scope.of === "tool") return t(`tool.${scope.tool}.label`, { ns: "plan" });
  return scope.title;
}

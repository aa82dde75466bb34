import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useSignOut } from "../../api";
import { forgetLocalCopies, useSaveState } from "../../collab";
import { ConfirmDialog } from "../../ui";
import { forgetPlansAbout } from "../planAbout";
import { useWorkspace } from "./workspaceContext";

/** Asks before signing out, because it deletes what this device keeps; edits not yet saved would be lost. */
export function SignOutDialog() {
  const { t } = useTranslation("workspace");
  const { dialog, show, isGuest } = useWorkspace();
  const state = useSaveState();
  const signOut = useSignOut();
  const navigate = useNavigate();
  const unsaved = "edits" in state ? state.edits : 0;

  async function leave() {
    await signOut.mutateAsync(undefined);
    await forgetLocalCopies();
    forgetPlansAbout();
    await navigate({ to: isGuest ? "/join/{-$code}" : "/sign-in" });
  }

  return (
    <ConfirmDialog
      opened={dialog === "sign_out"}
      title={t(isGuest ? "menu.leave" : "menu.signOut")}
      confirmLabel={t(isGuest ? "menu.leave" : "menu.signOut")}
      danger={unsaved > 0}
      busy={signOut.isPending}
      onConfirm={() => void leave()}
      onClose={() => show(null)}
    >
      <p>{unsaved > 0 ? t("signOut.unsaved", { count: unsaved }) : t("signOut.saved")}</p>
      {signOut.isError && <p>{t("signOut.failed")}</p>}
    </ConfirmDialog>
  );
}

import { useTranslation } from "react-i18next";
import { ConfirmDialog } from "../../ui";

interface DeactivateProps {
  name: string;
  opened: boolean;
  busy: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before somebody is shown out for good. */
export function Deactivate({ name, ...dialog }: DeactivateProps) {
  const { t } = useTranslation("pages");
  return (
    <ConfirmDialog
      {...dialog}
      danger
      title={t("members.deactivateTitle", { name })}
      confirmLabel={t("members.deactivate")}
    >
      <p>{t("members.deactivateText")}</p>
    </ConfirmDialog>
  );
}

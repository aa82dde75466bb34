import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useHistory } from "./historyContext";

/** In the header: the way to what was kept of the plan and what has changed since. */
export function HistoryButton({ className }: { className?: string | undefined }) {
  const { t } = useTranslation("workspace");
  const { isShown, togglePanel } = useHistory();
  return (
    <Button className={className} variant="default" aria-expanded={isShown} onClick={togglePanel}>
      {t("header.history")}
    </Button>
  );
}

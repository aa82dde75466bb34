import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { countPressing, useFindingsPanel } from "./findingsContext";
import { useOpenFindings } from "./openFindings";

/** In the header: how much must or should be mended, and the way to it. */
export function FindingsButton() {
  const { t } = useTranslation("findings");
  const { isShown, togglePanel } = useFindingsPanel();
  const count = countPressing(useOpenFindings());
  return (
    <Button
      variant="default"
      aria-expanded={isShown}
      aria-label={t("buttonHelp", { count })}
      onClick={togglePanel}
    >
      {t("button", { count })}
    </Button>
  );
}

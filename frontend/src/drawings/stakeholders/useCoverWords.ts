import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { fieldIn, useLabels, useSection } from "../../form";
import type { Cover } from "./coverage";

/** Returns a function that says who of ours it is, how well they know each other, whether they are the key contact. */
export function useCoverWords(): (cover: Cover) => string {
  const { t } = useTranslation("stakeholderMap");
  const labels = useLabels();
  const field = fieldIn(useSection("coverage"), "quality");
  return useCallback(
    ({ name, quality, isKeyContact }) => {
      const well = quality === null || !field ? "" : labels.step("coverage", field, quality);
      const parts = [well, isKeyContact ? t("cover.key") : ""].filter((part) => part !== "");
      return parts.length === 0 ? name : t("cover.one", { name, how: parts.join(", ") });
    },
    [t, labels, field],
  );
}

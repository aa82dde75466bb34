import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAnnounce } from "../../ui";

/** Copies a text and says so; where the browser refuses, says how to do it by hand. */
export function CopyButton({ text, label }: { text: string; label?: string }) {
  const { t } = useTranslation("workspace");
  const announce = useAnnounce();
  const [outcome, setOutcome] = useState<"none" | "copied" | "refused">("none");

  async function copy() {
    const copied = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    );
    setOutcome(copied ? "copied" : "refused");
    announce(copied ? t("copy.copied") : t("copy.refused"));
  }

  const words = { none: label ?? t("copy.copy"), copied: t("copy.copied"), refused: t("copy.refused") };
  return (
    <Button size="xs" variant="default" onClick={() => void copy()}>
      {words[outcome]}
    </Button>
  );
}

import { Button, Group, TextInput } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAnnounce } from "./announcements";
import styles from "./CopyField.module.css";

interface CopyFieldProps {
  label: string;
  value: string;
  description?: ReactNode;
}

/** Something to hand on: shown whole, selected at a click, copied with a button. */
export function CopyField({ label, value, description }: CopyFieldProps) {
  const { t } = useTranslation("shell");
  const announce = useAnnounce();
  const [copied, setCopied] = useState<string | null>(null);

  async function copy() {
    // Refused on pages without TLS; the selected field still lets people copy by hand.
    const done = await navigator.clipboard?.writeText(value).then(
      () => true,
      () => false,
    );
    if (!done) return announce(t("copy.byHand"));
    setCopied(value);
    announce(t("copy.done"));
  }

  return (
    <Group gap="sm" align="flex-end" wrap="nowrap">
      <TextInput
        className={styles.field}
        label={label}
        description={description}
        value={value}
        readOnly
        onFocus={(event) => event.currentTarget.select()}
      />
      <Button variant="default" onClick={copy}>
        {copied === value ? t("copy.copied") : t("copy.copy")}
      </Button>
    </Group>
  );
}

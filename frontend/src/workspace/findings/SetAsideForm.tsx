import { Button, Group, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { KEEPS_ESCAPE } from "../frame/useEscapeFirst";
import styles from "./findings.module.css";

/** The most signs of a reason, as the section declares it. */
const LONGEST = 500;

interface SetAsideFormProps {
  onSetAside(reason: string): void;
  onCancel(): void;
}

/** Asks for the reason, without which nobody could tell later whether it still holds. */
export function SetAsideForm({ onSetAside, onCancel }: SetAsideFormProps) {
  const { t } = useTranslation("findings");
  const [reason, setReason] = useState("");
  const isEmpty = reason.trim() === "";

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!isEmpty) onSetAside(reason.trim());
  }

  return (
    <form className={styles.reason} onSubmit={submit}>
      <TextInput
        size="xs"
        label={t("setAside.reason")}
        value={reason}
        maxLength={LONGEST}
        autoFocus
        data-autofocus
        {...KEEPS_ESCAPE}
        onChange={(event) => setReason(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          event.stopPropagation();
          onCancel();
        }}
      />
      <Group gap="sm" justify="flex-end">
        <Button size="xs" variant="default" onClick={onCancel}>
          {t("setAside.cancel")}
        </Button>
        <Button size="xs" type="submit" disabled={isEmpty}>
          {t("setAside.do")}
        </Button>
      </Group>
    </form>
  );
}

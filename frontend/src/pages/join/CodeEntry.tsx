import { Button, TextInput } from "@mantine/core";
import { type SyntheticEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import styles from "./CodeEntry.module.css";
import { CODE_LENGTH, codeIn, grouped, isWhole } from "./joinCode";

interface CodeEntryProps {
  initial: string;
  onCode: (code: string) => void;
}

/** A code is no word: nothing a phone would propose or correct is right. */
const AS_TYPED = {
  autoComplete: "off",
  autoCapitalize: "characters",
  autoCorrect: "off",
  spellCheck: false,
} as const;

/** One field for the code: takes a pasted link as well, and goes on by itself with the last letter. */
export function CodeEntry({ initial, onCode }: CodeEntryProps) {
  const { t } = useTranslation("pages");
  const [code, setCode] = useState(initial);
  const [fault, setFault] = useState<string>();

  function take(typed: string) {
    const next = codeIn(typed);
    setCode(next);
    setFault(undefined);
    if (isWhole(next) && next !== code) onCode(next);
  }

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    if (isWhole(code)) onCode(code);
    else setFault(t("join.codeShort", { count: CODE_LENGTH }));
  }

  return (
    <form className={styles.form} noValidate onSubmit={submit}>
      <TextInput
        size="lg"
        label={t("join.code")}
        description={t("join.codeHelp")}
        error={fault}
        value={grouped(code)}
        onChange={(event) => take(event.currentTarget.value)}
        classNames={{ input: styles.code ?? "" }}
        {...AS_TYPED}
        placeholder="ABCD EFGH"
        autoFocus
      />
      <Button type="submit" size="md">
        {t("join.next")}
      </Button>
    </form>
  );
}

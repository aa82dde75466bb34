import type { Editor } from "@tiptap/core";
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { completeAddress, LINK, setLink } from "./linkAddress";
import styles from "./RichText.module.css";

interface LinkFormProps {
  editor: Editor;
  onClose(): void;
}

/** Where the selected words lead; an empty address takes the link away. */
export function LinkForm(props: LinkFormProps) {
  const { t } = useTranslation("form");
  const input = useRef<HTMLInputElement>(null);
  const { address, type, isWrong, apply, leave } = useLinkForm(props);
  useEffect(() => input.current?.focus(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    leave();
  };
  return (
    <form className={styles.link} onSubmit={apply} noValidate>
      <input
        ref={input}
        type="url"
        value={address}
        aria-label={t("rich_text.address")}
        aria-invalid={isWrong || undefined}
        placeholder="https://"
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <button type="submit">{t("rich_text.apply")}</button>
      <button type="button" onClick={leave}>
        {t("rich_text.cancel")}
      </button>
      <span role="alert" className={styles.wrong}>
        {isWrong && t("rich_text.wrong_address")}
      </span>
    </form>
  );
}

function useLinkForm({ editor, onClose }: LinkFormProps) {
  const [address, setAddress] = useState(String(editor.getAttributes("link").href ?? ""));
  const [isWrong, setWrong] = useState(false);
  return {
    address,
    isWrong,
    type: (text: string) => {
      setAddress(text);
      setWrong(false);
    },
    apply: (event: FormEvent) => {
      event.preventDefault();
      event.stopPropagation();
      const href = completeAddress(address);
      const isAllowed = href === "" || LINK.test(href);
      setWrong(!isAllowed);
      if (!isAllowed) return;
      setLink(editor, href);
      onClose();
    },
    leave: () => {
      onClose();
      editor.commands.focus();
    },
  };
}

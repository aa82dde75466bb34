import { Button, Group, Textarea } from "@mantine/core";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { KEEPS_ESCAPE } from "../frame/useEscapeFirst";
import styles from "./Composer.module.css";
import { useComments } from "./commentsContext";
import { useMention } from "./useMention";

interface ComposerProps {
  label: string;
  /** Where words that are begun and not sent are kept. */
  draftKey: string;
  /** What the field holds at first, when no draft is kept. */
  initial?: string;
  sendLabel: string;
  autoFocus?: boolean;
  onSend(text: string): void;
  onCancel?: () => void;
}

const LONGEST = 5_000;

/** A field for a remark. `@` offers the people of the plan; Ctrl or ⌘ with Enter sends. */
export function Composer({ label, autoFocus = false, onCancel, ...props }: ComposerProps) {
  const draft = useDraft(props);
  const field = useRef<HTMLTextAreaElement>(null);
  const mention = useMention(draft.text, draft.setText, field);

  function onKeyDown(event: KeyboardEvent) {
    if (mention.onKeyDown(event)) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) draft.send();
    else if (event.key === "Escape" && onCancel) onCancel();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div className={styles.composer}>
      <Textarea
        ref={field}
        aria-label={label}
        placeholder={label}
        autosize
        minRows={1}
        maxRows={10}
        maxLength={LONGEST}
        autoFocus={autoFocus}
        data-autofocus={autoFocus || undefined}
        {...mention.fieldProps}
        {...(mention.isOffering || onCancel ? KEEPS_ESCAPE : {})}
        value={draft.text}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          draft.setText(event.currentTarget.value);
          mention.follow(event.currentTarget);
        }}
      />
      {mention.picker}
      <ComposerButtons draft={draft} sendLabel={props.sendLabel} onCancel={onCancel} />
    </div>
  );
}

interface Draft {
  text: string;
  isEmpty: boolean;
  setText(text: string): void;
  send(): void;
}

/** Words that are begun, kept until they are sent, also when the field goes away meanwhile. */
function useDraft(props: Pick<ComposerProps, "draftKey" | "initial" | "onSend">): Draft {
  const { draftKey, initial = "", onSend } = props;
  const { drafts } = useComments();
  const [text, setText] = useState(() => drafts.get(draftKey) ?? initial);
  const isEmpty = text.trim() === "";
  useEffect(() => {
    if (isEmpty || text === initial) drafts.delete(draftKey);
    else drafts.set(draftKey, text);
  }, [drafts, draftKey, text, isEmpty, initial]);

  function send() {
    if (isEmpty) return;
    onSend(text.trim());
    drafts.delete(draftKey);
    setText("");
  }

  return { text, isEmpty, setText, send };
}

interface ComposerButtonsProps {
  draft: Draft;
  sendLabel: string;
  onCancel: (() => void) | undefined;
}

function ComposerButtons({ draft, sendLabel, onCancel }: ComposerButtonsProps) {
  const { t } = useTranslation("workspace");
  if (draft.isEmpty && !onCancel) return null;
  return (
    <Group gap="sm" justify="flex-end">
      {onCancel && (
        <Button size="xs" variant="default" onClick={onCancel}>
          {t("comments.cancel")}
        </Button>
      )}
      <Button size="xs" disabled={draft.isEmpty} onClick={draft.send}>
        {sendLabel}
      </Button>
    </Group>
  );
}

import { TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useKeepVersion, useRenameVersion, type Version } from "../../api";
import { Dialog, DialogForm, useForm } from "../../pages/forms";
import { useWorkspace } from "../frame/workspaceContext";
import { useHistoryWords } from "./versionWords";

/** The most signs of a name. */
const LONGEST = 200;

interface DoneProps {
  onClose(): void;
  onDone(words: string): void;
}

/** Asks what a version is to be called; the day will do. */
export function KeepDialog({ onClose, onDone }: DoneProps) {
  const { t } = useTranslation("versions");
  const { planId } = useWorkspace();
  const { day } = useHistoryWords();
  const keep = useKeepVersion(planId);
  return (
    <NameDialog
      title={t("keep.title")}
      help={t("keep.help")}
      initial={t("keep.default", { day: day(new Date().toISOString()) })}
      submitLabel={t("keep.do")}
      onSend={(name) => keep.mutateAsync(name)}
      onClose={onClose}
      onDone={(name) => onDone(t("keep.done", { name }))}
    />
  );
}

export function RenameDialog({ version, onClose, onDone }: DoneProps & { version: Version }) {
  const { t } = useTranslation("versions");
  const { planId } = useWorkspace();
  const words = useHistoryWords();
  const rename = useRenameVersion(planId);
  return (
    <NameDialog
      title={t("rename.title")}
      help={t("rename.help")}
      initial={words.version(version)}
      submitLabel={t("rename.do")}
      onSend={(name) => rename.mutateAsync({ id: version.id, name })}
      onClose={onClose}
      onDone={(name) => onDone(t("rename.done", { name }))}
    />
  );
}

interface NameDialogProps extends DoneProps {
  title: string;
  help: string;
  initial: string;
  submitLabel: string;
  onSend(name: string): Promise<unknown>;
}

function NameDialog({ title, help, initial, submitLabel, onSend, onClose, onDone }: NameDialogProps) {
  const { t } = useTranslation("versions");
  const form = useForm({
    initial: { name: initial },
    required: ["name"],
    send: ({ name }) => onSend(name.trim()),
    done: (_answer, { name }) => onDone(name.trim()),
  });
  return (
    <Dialog opened onClose={onClose} title={title}>
      <DialogForm form={form} submitLabel={submitLabel} onClose={onClose}>
        <TextInput
          {...form.bind("name")}
          label={t("name")}
          description={help}
          maxLength={LONGEST}
          data-autofocus
          // What is proposed is typed over, not put right.
          onFocus={(event) => event.currentTarget.select()}
        />
      </DialogForm>
    </Dialog>
  );
}

import { Button, Modal } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { FormFrame } from "./FormFrame";
import type { Form } from "./useForm";

interface DialogProps {
  title: string;
  opened: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** A dialog whose content starts anew whenever it opens. */
export function Dialog({ title, opened, onClose, children }: DialogProps) {
  const { t } = useTranslation("shell");
  return (
    <Modal
      title={title}
      opened={opened}
      onClose={onClose}
      closeButtonProps={{ "aria-label": t("dialog.close") }}
    >
      {children}
    </Modal>
  );
}

interface DialogFormProps {
  form: Pick<Form, "submit" | "busy" | "problem">;
  submitLabel: string;
  danger?: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** The form inside a dialog, with a way out beside its button. */
export function DialogForm({ form, submitLabel, danger = false, onClose, children }: DialogFormProps) {
  const { t } = useTranslation("shell");
  const cancel = (
    <Button variant="default" onClick={onClose}>
      {t("dialog.cancel")}
    </Button>
  );
  return (
    <FormFrame form={form} submitLabel={submitLabel} danger={danger} beside={cancel}>
      {children}
    </FormFrame>
  );
}

import { Button, Group, Modal } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

interface ConfirmDialogProps {
  opened: boolean;
  title: string;
  /** What will happen, and how it can be undone. */
  children: ReactNode;
  /** The deed as a verb: "Remove the plan". */
  confirmLabel: string;
  danger?: boolean;
  busy?: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before something that matters. The way out has the focus, so that Enter alone does no harm. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { t } = useTranslation("shell");
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={props.title}
      closeButtonProps={{ "aria-label": t("dialog.close") }}
    >
      {props.children}
      <Group justify="flex-end" mt="lg" gap="sm">
        <Button variant="default" onClick={props.onClose} data-autofocus>
          {t("dialog.cancel")}
        </Button>
        <Button
          color={props.danger ? "danger" : "petrol"}
          loading={props.busy ?? false}
          onClick={props.onConfirm}
        >
          {props.confirmLabel}
        </Button>
      </Group>
    </Modal>
  );
}

import { Modal } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useWorkspace } from "../frame/workspaceContext";
import { PaletteList } from "./PaletteList";
import { useCommands } from "./useCommands";

/** Everything one can do or go to, found by typing. */
export function CommandPalette() {
  const { t } = useTranslation("workspace");
  const { dialog, show } = useWorkspace();
  return (
    <Modal.Root
      opened={dialog === "palette"}
      onClose={() => show(null)}
      size={560}
      padding={0}
      centered={false}
      // Whoever opens it types at once; the field must not come a moment later.
      transitionProps={{ duration: 0 }}
      // What was chosen takes the focus: a field of the record, another dialog.
      returnFocus={false}
    >
      <Modal.Overlay />
      <Modal.Content aria-label={t("palette.title")}>
        <Opened onClose={() => show(null)} />
      </Modal.Content>
    </Modal.Root>
  );
}

/** Mounted when the palette opens, so that the plan's records are gathered once for each search. */
function Opened({ onClose }: { onClose(): void }) {
  return <PaletteList commands={useCommands()} onClose={onClose} />;
}

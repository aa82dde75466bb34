import { ExportDialog } from "../export/ExportDialog";
import { CommandPalette } from "../palette/CommandPalette";
import { PlanSettings } from "../settings/PlanSettings";
import { ShareDialog } from "../share/ShareDialog";
import { ShortcutsDialog } from "../shortcuts/ShortcutsDialog";
import { SignOutDialog } from "./SignOutDialog";

/** Everything that can open over the plan. */
export function Dialogs() {
  return (
    <>
      <CommandPalette />
      <ShareDialog />
      <ExportDialog />
      <PlanSettings />
      <ShortcutsDialog />
      <SignOutDialog />
    </>
  );
}

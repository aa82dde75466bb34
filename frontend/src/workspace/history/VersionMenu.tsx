import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import type { Version } from "../../api";
import { useConnection } from "../../collab";
import { MoreMenu } from "../../pages/menus/MoreMenu";
import { useWorkspace } from "../frame/workspaceContext";
import type { Asked } from "./HistoryDialogs";
import { useHistoryWords } from "./versionWords";

interface VersionMenuProps {
  version: Version;
  onAsk(question: Asked): void;
}

/** What else can be done with a version, as far as this person may and there is a connection. */
export function VersionMenu({ version, onAsk }: VersionMenuProps) {
  const { t } = useTranslation("versions");
  const { can } = useWorkspace();
  const words = useHistoryWords();
  const isOffline = useConnection().status === "offline";
  const entries = [
    ...(can("edit")
      ? [
          {
            label: t("restore.begin"),
            onClick: () => onAsk({ deed: "restore", version, scope: { of: "plan" } as const }),
          },
          { label: t("rename.begin"), onClick: () => onAsk({ deed: "rename", version }) },
        ]
      : []),
    ...(can("manage")
      ? [{ label: t("remove.begin"), danger: true, onClick: () => onAsk({ deed: "remove", version }) }]
      : []),
  ];
  if (isOffline || entries.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: nothing is done here; Escape in the menu stays the menu's own.
    <span onKeyDown={keepFromPanel}>
      <MoreMenu label={t("menu", { name: words.version(version) })} entries={entries} />
    </span>
  );
}

function keepFromPanel(event: KeyboardEvent): void {
  const isInMenu = event.target instanceof Element && event.target.closest("[role=menu]") !== null;
  if (event.key === "Escape" && isInMenu) event.stopPropagation();
}

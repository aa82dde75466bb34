import { Kbd, Modal, Switch } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useWorkspace } from "../frame/workspaceContext";
import { setSingleKeysOn, singleKeysOn } from "./keys";
import styles from "./ShortcutsDialog.module.css";

interface Shortcut {
  /** In the catalogue under `shortcuts.keys`. */
  name: string;
  keys: readonly string[];
}

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);
const MOD = isMac ? "⌘" : "Ctrl";

const GROUPS: readonly { name: string; shortcuts: readonly Shortcut[] }[] = [
  {
    name: "everywhere",
    shortcuts: [
      { name: "palette", keys: [MOD, "K"] },
      { name: "undo", keys: [MOD, "Z"] },
      { name: "redo", keys: [MOD, isMac ? "⇧" : "Shift", "Z"] },
      { name: "shortcuts", keys: ["?"] },
      { name: "close", keys: ["Esc"] },
    ],
  },
  {
    name: "tools",
    shortcuts: [
      { name: "step", keys: ["↑", "↓"] },
      { name: "ends", keys: ["Home", "End"] },
      { name: "open", keys: ["Enter"] },
    ],
  },
  {
    name: "tables",
    shortcuts: [
      { name: "cell", keys: ["↑", "↓", "←", "→"] },
      { name: "change", keys: ["F2"] },
      { name: "commit", keys: ["Enter"] },
      { name: "next", keys: ["Tab"] },
      { name: "move", keys: ["Alt", "↑", "↓"] },
      { name: "select", keys: [isMac ? "⇧" : "Shift", "Space"] },
      { name: "leave", keys: ["Esc"] },
    ],
  },
  {
    name: "maps",
    shortcuts: [
      { name: "walk", keys: ["↑", "↓", "←", "→"] },
      { name: "rename", keys: ["F2"] },
      { name: "addPiece", keys: ["N"] },
      { name: "link", keys: ["L"] },
      { name: "links", keys: [isMac ? "⇧" : "Shift", "L"] },
      { name: "shift", keys: ["Alt", "↑", "↓", "←", "→"] },
      { name: "remove", keys: ["Delete"] },
      { name: "zoom", keys: ["+", "−", "0"] },
    ],
  },
  {
    name: "comments",
    shortcuts: [
      { name: "send", keys: [MOD, "Enter"] },
      { name: "mention", keys: ["@"] },
    ],
  },
];

/** Every key that does something, and the switch for those that need no Ctrl or ⌘. */
export function ShortcutsDialog() {
  const { t } = useTranslation("workspace");
  const { dialog, show } = useWorkspace();
  return (
    <Modal
      opened={dialog === "shortcuts"}
      onClose={() => show(null)}
      title={t("shortcuts.title")}
      closeButtonProps={{ "aria-label": t("dialog.close") }}
    >
      {GROUPS.map((group) => (
        <section key={group.name} className={styles.group}>
          <h3>{t(`shortcuts.groups.${group.name}`)}</h3>
          <dl>
            {group.shortcuts.map(({ name, keys }) => (
              <div key={name}>
                <dt>{t(`shortcuts.keys.${name}`)}</dt>
                <dd>
                  {keys.map((key) => (
                    <Kbd key={key}>{key}</Kbd>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <SingleKeys />
    </Modal>
  );
}

function SingleKeys() {
  const { t } = useTranslation("workspace");
  const [on, setOn] = useState(singleKeysOn);
  return (
    <Switch
      className={styles.switch}
      label={t("shortcuts.single")}
      description={t("shortcuts.singleHelp")}
      checked={on}
      onChange={(event) => {
        setOn(event.currentTarget.checked);
        setSingleKeysOn(event.currentTarget.checked);
      }}
    />
  );
}

import { Menu } from "@mantine/core";
import type { MenuState } from "./deferredMenu";
import { MoreButton } from "./MoreButton";
import type { MenuEntry, MoreMenuProps } from "./MoreMenu";

/** A menu of entries under three dots. */
export function EntryMenu({ label, entries, opened, onChange }: MoreMenuProps & MenuState) {
  return (
    <Menu position="bottom-end" width={208} opened={opened} onChange={onChange}>
      <Menu.Target>
        <MoreButton label={label} autoFocus />
      </Menu.Target>
      <Menu.Dropdown>{entries.map(renderEntry)}</Menu.Dropdown>
    </Menu>
  );
}

function renderEntry(entry: MenuEntry) {
  const look = entry.danger ? { color: "danger" } : {};
  return "download" in entry ? (
    <Menu.Item key={entry.label} {...look} component="a" href={entry.download} download>
      {entry.label}
    </Menu.Item>
  ) : (
    <Menu.Item key={entry.label} {...look} onClick={entry.onClick}>
      {entry.label}
    </Menu.Item>
  );
}

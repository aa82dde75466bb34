import { deferredMenu } from "./deferredMenu";
import { MoreButton } from "./MoreButton";

interface Entry {
  label: string;
  danger?: boolean;
}

/** One line of a menu: something done here, or a file to download. */
export type MenuEntry = Entry & ({ onClick: () => void } | { download: string });

export interface MoreMenuProps {
  /** What it is a menu of, for those who do not see where it stands. */
  label: string;
  entries: readonly MenuEntry[];
}

/** What else can be done with the thing beside it. */
export const MoreMenu = deferredMenu<MoreMenuProps>(
  ({ label, entries: _entries, ...button }) => <MoreButton label={label} {...button} />,
  async () => (await import("./EntryMenu")).EntryMenu,
);

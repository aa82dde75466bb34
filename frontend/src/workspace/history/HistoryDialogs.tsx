import type { Version } from "../../api";
import { useAnnounce } from "../../ui";
import type { Restored } from "./effects";
import { KeepDialog, RenameDialog } from "./NameDialogs";
import { RemoveDialog } from "./RemoveDialog";
import { RestoreDialog } from "./RestoreDialog";

/** What this person is asked about before it is done. */
export type Asked =
  | { deed: "keep" }
  | { deed: "rename"; version: Version }
  | { deed: "remove"; version: Version }
  | { deed: "restore"; version: Version; scope: Restored };

interface HistoryDialogsProps {
  asked: Asked | null;
  onClose(): void;
  /** Called with what has been done, in words. */
  onOutcome(words: string): void;
}

/** The questions of the history, one at a time. */
export function HistoryDialogs({ asked, onClose, onOutcome }: HistoryDialogsProps) {
  const announce = useAnnounce();
  const done = (words: string) => {
    onClose();
    onOutcome(words);
    announce(words);
  };
  switch (asked?.deed) {
    case "keep":
      return <KeepDialog onClose={onClose} onDone={done} />;
    case "rename":
      return <RenameDialog version={asked.version} onClose={onClose} onDone={done} />;
    case "remove":
      return <RemoveDialog version={asked.version} onClose={onClose} onDone={done} />;
    case "restore":
      return <RestoreDialog version={asked.version} scope={asked.scope} onClose={onClose} onDone={done} />;
    default:
      return null;
  }
}

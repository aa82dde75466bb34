import { useState } from "react";
import { useEdits } from "../../collab";

/** What was just done to a section and can be taken back. */
export type Notice =
  | { did: "removed"; ids: readonly string[]; name: string }
  | { did: "pasted"; ids: readonly string[]; unread: readonly string[] }
  | { did: "full" };

export interface NoticeState {
  notice: Notice | null;
  tell(notice: Notice): void;
  takeBack(): void;
}

/** The last thing that was done to a section, with the way back. */
export function useNotice(section: string): NoticeState {
  const edits = useEdits();
  const [notice, tell] = useState<Notice | null>(null);
  const takeBack = () => {
    if (notice === null || notice.did === "full") return;
    edits.together(() => {
      for (const id of notice.ids) {
        if (notice.did === "removed") edits.restore(section, id);
        else edits.remove(section, id);
      }
    });
    tell(null);
  };
  return { notice, tell, takeBack };
}

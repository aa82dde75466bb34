import { type ReactNode, useMemo, useRef, useState } from "react";
import { usePlanSession, useRows } from "../../collab";
import { useOpenPlace } from "../places/openPlace";
import { COMMENTS, isWithin } from "../places/targets";
import { type Comments, CommentsContext, type PanelView } from "./commentsContext";
import { openCounts, threadsAsking, threadsOf } from "./threads";
import { useAskedNews } from "./useAskedNews";

const EVERYTHING: PanelView = { about: null, filter: "open", overRecord: null };
const MINE: PanelView = { ...EVERYTHING, filter: "mine" };

/** Gives everything inside the plan's threads and the way to open them. */
export function CommentsProvider({ children }: { children: ReactNode }) {
  const rows = useRows(COMMENTS);
  const threads = useMemo(() => threadsOf(rows), [rows]);
  const me = usePlanSession().you?.participant ?? "";
  const asked = useMemo(() => threadsAsking(threads, me).length, [threads, me]);
  useAskedNews(asked);
  const [panel, setPanel] = useState<PanelView | null>(null);
  const drafts = useRef(new Map<string, string>());
  const overRecord = useOpenPlace().open?.id ?? null;
  const comments = useMemo<Comments>(() => {
    const counts = openCounts(threads);
    return {
      threads,
      openIn: (toolKey) => counts.get(toolKey) ?? 0,
      openAt: (target) =>
        threads.filter(({ about, settled }) => settled === null && isWithin(about, target)).length,
      asked,
      openThread: (about) => setPanel({ about, filter: "open", overRecord }),
      panel,
      togglePanel: () => setPanel((shown) => (shown ? null : asked > 0 ? MINE : EVERYTHING)),
      closePanel: () => setPanel(null),
      showFilter: (filter) => setPanel((shown) => ({ ...(shown ?? EVERYTHING), filter })),
      showEverything: () => setPanel((shown) => ({ ...(shown ?? EVERYTHING), about: null })),
      drafts: drafts.current,
    };
  }, [threads, asked, panel, overRecord]);
  return <CommentsContext value={comments}>{children}</CommentsContext>;
}

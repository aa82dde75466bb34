import { type ReactNode, useEffect, useMemo, useState } from "react";
import { useRows } from "../../collab";
import { useComments } from "../comments/commentsContext";
import { SET_ASIDE } from "../places/targets";
import { AsideContext, type Findings, FindingsContext } from "./findingsContext";
import { namesAside } from "./settingAside";

/** Gives everything inside the panel of findings, of which and the comments one is open at a time. */
export function FindingsProvider({ children }: { children: ReactNode }) {
  const { panel: comments, closePanel: closeComments } = useComments();
  const [isOpen, setOpen] = useState(false);
  const [tool, showTool] = useState("");
  const hasComments = comments !== null;
  // Comments may be opened from any field; whoever does that is done with the findings.
  useEffect(() => {
    if (hasComments) setOpen(false);
  }, [hasComments]);
  const isShown = isOpen && !hasComments;
  const findings = useMemo<Findings>(
    () => ({
      isShown,
      togglePanel: () => {
        closeComments();
        setOpen(!isShown);
      },
      closePanel: () => setOpen(false),
      tool,
      showTool,
    }),
    [isShown, closeComments, tool],
  );
  const rows = useRows(SET_ASIDE);
  const aside = useMemo(() => namesAside(rows), [rows]);
  return (
    <FindingsContext value={findings}>
      <AsideContext value={aside}>{children}</AsideContext>
    </FindingsContext>
  );
}

import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useConnection } from "../../collab";
import { ReaderProvider } from "../../form";
import { Bar } from "../../ui";
import { SidePanel } from "../frame/SidePanel";
import { useEscapeFirst } from "../frame/useEscapeFirst";
import { Comparison } from "./Comparison";
import { type Asked, HistoryDialogs } from "./HistoryDialogs";
import styles from "./history.module.css";
import { useHistory } from "./historyContext";
import { useFocusBack } from "./useFocusBack";
import { VersionList } from "./VersionList";

/** What was kept of the plan, what has changed since, and the ways back. */
export default function HistoryPanel() {
  const { t } = useTranslation("versions");
  const { isShown, closePanel } = useHistory();
  const [asked, ask] = useState<Asked | null>(null);
  const [outcome, setOutcome] = useState("");
  const close = () => {
    closePanel();
    setOutcome("");
  };
  const stopAsking = useCallback(() => ask(null), []);
  const { contents, remember } = useFocusBack(asked);
  useEscapeFirst(asked !== null, stopAsking);
  return (
    <>
      {isShown && (
        <SidePanel title={t("title")} isOver={false} onClose={close}>
          {outcome && <Bar tone="good">{outcome}</Bar>}
          <Contents
            ref={contents}
            onAsk={(question) => {
              remember();
              setOutcome("");
              ask(question);
            }}
          />
        </SidePanel>
      )}
      {/* Beside the panel, not in it: Escape in a dialog is none of the panel's business. */}
      <HistoryDialogs asked={asked} onClose={stopAsking} onOutcome={setOutcome} />
    </>
  );
}

interface ContentsProps {
  ref: RefObject<HTMLDivElement | null>;
  onAsk(question: Asked): void;
}

function Contents({ ref, onAsk }: ContentsProps) {
  const { t } = useTranslation("versions");
  const { compared } = useHistory();
  const isOffline = useConnection().status === "offline";
  // Where the list goes on, for whoever comes back from a comparison.
  const lastChosen = useRef<string | null>(null);
  useEffect(() => {
    if (compared) lastChosen.current = compared.from;
  }, [compared]);
  return (
    <div ref={ref} tabIndex={-1} className={styles.contents}>
      {isOffline && <p className={styles.quiet}>{t("offline")}</p>}
      {compared ? (
        <ReaderProvider>
          <Comparison key="comparison" compared={compared} onAsk={onAsk} />
        </ReaderProvider>
      ) : (
        <VersionList startAt={lastChosen.current} onAsk={onAsk} />
      )}
    </div>
  );
}

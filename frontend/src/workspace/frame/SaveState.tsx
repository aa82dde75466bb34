import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type SaveState as State, useSaveState } from "../../collab";
import { useAnnounce } from "../../ui";
import styles from "./SaveState.module.css";
import { newsOf, saveWords } from "./saveWords";

/** A save that is quicker than this is not worth a flicker. */
const UNNOTICED_MS = 300;

/** The save state in words. Screen readers hear what is news only; who reads the pill finds it all. */
export function SaveState() {
  const { t } = useTranslation("workspace");
  const state = useUnhurried(useSaveState());
  useSpokenNews(state);
  return (
    <span className={styles.pill} data-state={state.state}>
      {saveWords(state, t)}
    </span>
  );
}

/** The state, except that *saving* shows only when it lasts. */
function useUnhurried(state: State): State {
  const [shown, setShown] = useState(state);
  useEffect(() => {
    if (state.state !== "saving") return setShown(state);
    const timer = setTimeout(() => setShown(state), UNNOTICED_MS);
    return () => clearTimeout(timer);
  }, [state]);
  return shown;
}

function useSpokenNews(state: State): void {
  const { t } = useTranslation("workspace");
  const announce = useAnnounce();
  const told = useRef<State["state"]>("saved");
  useEffect(() => {
    const news = newsOf(told.current, state.state);
    if (news === null) return;
    told.current = news;
    announce(saveWords(state, t));
  }, [state, t, announce]);
}

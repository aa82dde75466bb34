import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type SaveState as State, useSaveState } from "../../collab";
import { useAnnounce } from "../../ui";
import styles from "./SaveState.module.css";
import { newsOf, saveWords } from "./saveWords";

/** *Saved* waits this long for the next keystroke, so that the words do not flicker while somebody types. */
const QUIET_MS = 300;

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

/** The state, except that *saved* shows only when it lasts; it is never said too early (W1). */
function useUnhurried(state: State): State {
  const [shown, setShown] = useState(state);
  useEffect(() => {
    if (state.state !== "saved") return setShown(state);
    const timer = setTimeout(() => setShown(state), QUIET_MS);
    return () => clearTimeout(timer);
  }, [state]);
  // An effect is a moment late, and in that moment *Saved* would not be true.
  return state.state === "saved" ? shown : state;
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

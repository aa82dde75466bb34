import { Outlet, useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Announcer, useAnnounce } from "../ui";
import { whenArrived } from "./arrival";
import styles from "./Root.module.css";

/** Around every page: the skip link, what screen readers are told, and where the focus goes on navigation. */
export function Root() {
  const { t } = useTranslation("shell");
  useFocusOnArrival();
  return (
    <>
      <button type="button" className={styles.skip} onClick={skip}>
        {t("skip")}
      </button>
      <Outlet />
      <Announcer />
    </>
  );
}

// A button and no link: behind `#` stands the token on the pages of set-up and invitations.
function skip() {
  document.getElementById("main")?.focus();
}

/** After a change of page, starts keyboard and screen reader at its content, unless a field took the focus. */
function useFocusOnArrival() {
  const router = useRouter();
  const announce = useAnnounce();
  useEffect(() => {
    let giveUp = () => {};
    const arrive = (from: Element | null) => {
      const [main, now] = [document.getElementById("main"), document.activeElement];
      // Whoever has gone on by themselves while the page was on the way is not fetched back.
      const isFree = now === document.body || now === from;
      if (main && isFree && !main.contains(now)) main.focus({ preventScroll: true });
      announce(document.title);
    };
    const unsubscribe = router.subscribe("onRendered", ({ fromLocation, pathChanged }) => {
      if (!fromLocation || !pathChanged) return;
      giveUp();
      const from = document.activeElement;
      giveUp = whenArrived(() => arrive(from));
    });
    return () => {
      unsubscribe();
      giveUp();
    };
  }, [router, announce]);
}

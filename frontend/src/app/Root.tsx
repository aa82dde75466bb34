import { Outlet, useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Announcer, useAnnounce } from "../ui";
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
  useEffect(
    () =>
      router.subscribe("onRendered", ({ fromLocation, pathChanged }) => {
        if (!fromLocation || !pathChanged) return;
        const main = document.getElementById("main");
        if (main && !main.contains(document.activeElement)) main.focus({ preventScroll: true });
        announce(document.title);
      }),
    [router, announce],
  );
}

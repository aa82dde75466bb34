import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useAnnounce } from "../../ui";

/** Tells screen readers when somebody mentions this person; what they have answered is no news. */
export function useAskedNews(asked: number): void {
  const { t } = useTranslation("workspace");
  const announce = useAnnounce();
  const told = useRef(0);
  useEffect(() => {
    if (asked > told.current) announce(t("comments.asked", { count: asked }));
    told.current = asked;
  }, [asked, announce, t]);
}

import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Finding } from "../../collab";
import { useAnnounce } from "../../ui";
import { countPressing } from "./findingsContext";

/** Nobody wants to be told while they are still at it; after this much quiet the news is said once. */
const QUIET_MS = 3_000;

/** Tells screen readers how many findings are left, when that has changed and things have calmed down. */
export function useFindingsNews(findings: readonly Finding[]): void {
  const { t } = useTranslation("findings");
  const announce = useAnnounce();
  const count = countPressing(findings);
  const told = useRef(count);
  useEffect(() => {
    if (told.current === count) return;
    const timer = setTimeout(() => {
      told.current = count;
      announce(t("news", { count }));
    }, QUIET_MS);
    return () => clearTimeout(timer);
  }, [count, announce, t]);
}

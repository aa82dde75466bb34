import { useEffect } from "react";

/** Idle or not, by then the rest is fetched. */
const LATEST_MS = 5_000;

/**
 * Fetches what the plan's pages need later, once the first one is shown.
 *
 * Whoever loses the connection then goes on working on every page, also on those not opened before.
 */
export function usePrefetch(): void {
  useEffect(() => {
    const fetchRest = () => void import("../../form/richText/RichTextEditor").catch(() => undefined);
    if (!("requestIdleCallback" in window)) {
      const timer = setTimeout(fetchRest, LATEST_MS);
      return () => clearTimeout(timer);
    }
    const handle = requestIdleCallback(fetchRest, { timeout: LATEST_MS });
    return () => cancelIdleCallback(handle);
  }, []);
}

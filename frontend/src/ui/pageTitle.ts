import { useLayoutEffect } from "react";

/** Names the browser's tab, most particular first: `usePageTitle("Stakeholders", "Northlake Hospitals")`. */
export function usePageTitle(...parts: string[]): void {
  const title = [...parts.filter(Boolean), "Tavolo"].join(" · ");
  // With the page and not after it: whoever waits for the page reads out its name.
  useLayoutEffect(() => {
    document.title = title;
  }, [title]);
}

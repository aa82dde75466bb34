import { useEffect } from "react";

/** Names the browser's tab, most particular first: `usePageTitle("Stakeholders", "Northlake Hospitals")`. */
export function usePageTitle(...parts: string[]): void {
  const title = [...parts.filter(Boolean), "Tavolo"].join(" · ");
  useEffect(() => {
    document.title = title;
  }, [title]);
}

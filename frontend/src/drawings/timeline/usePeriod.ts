import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { planQuery } from "../../api";
import { usePlanSession } from "../../collab";
import type { Span } from "./days";

/** The plan's first and last day as the page already knows them, or null while it does not. */
export function usePeriod(): Span | null {
  const { planId } = usePlanSession();
  // The workspace asks for it; a drawing only reads what has come.
  const { data } = useQuery({ ...planQuery(planId), enabled: false });
  const [first, last] = [data?.starts_on, data?.ends_on];
  return useMemo(() => (first && last ? { first, last } : null), [first, last]);
}

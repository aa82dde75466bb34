import { useMemo } from "react";
import { useReportPart } from "../../collab";

const NONE: readonly string[] = [];

/** The actions that hold up the end, as the server has worked it out; none until it has. */
export function useCritical(): ReadonlySet<string> {
  const path = useReportPart("schedule")?.critical_path ?? NONE;
  return useMemo(() => new Set(path), [path]);
}

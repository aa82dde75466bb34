import { infiniteQueryOptions } from "@tanstack/react-query";
import type { components } from "./api.generated";
import { answerTo, api } from "./client";

export type AuditEntry = components["schemas"]["EntryAnswer"];
export type Deed = AuditEntry["deed"];

/** Which entries to read: null for all. */
export interface AuditFilter {
  deed: Deed | null;
  person: string | null;
}

/** The audit log, the newest entries first, a page at a time. */
export function auditQuery(filter: AuditFilter) {
  return infiniteQueryOptions({
    queryKey: ["audit", filter],
    queryFn: ({ pageParam }) =>
      answerTo(api.GET("/api/audit", { params: { query: { ...chosen(filter), ...from(pageParam) } } })),
    initialPageParam: null as number | null,
    getNextPageParam: ({ next }) => next,
  });
}

/** Where the log lies as a file. */
export function auditFileAddress(filter: AuditFilter, format: "csv" | "json"): string {
  return `/api/audit/file?${new URLSearchParams({ ...chosen(filter), format })}`;
}

function chosen({ deed, person }: AuditFilter) {
  return { ...(deed ? { deed } : {}), ...(person ? { person } : {}) };
}

function from(before: number | null) {
  return before === null ? {} : { before };
}

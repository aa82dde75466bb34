import { queryOptions, useMutation } from "@tanstack/react-query";
import { answerTo, api } from "./client";
import type { Audience, Export } from "./types";

const POLL_MS = 700;

export function useStartExport(plan: string) {
  const place = { params: { path: { plan_id: plan } } };
  return useMutation({
    mutationFn: async ({ audience, language = null }: { audience: Audience; language?: string | null }) => {
      const body = { kind: "pdf", audience, language } as const;
      return (await answerTo(api.POST("/api/plans/{plan_id}/exports", { ...place, body }))) as Export;
    },
  });
}

/** How far an export is; asks again until it is ready or has failed. */
export function exportQuery(plan: string, id: string) {
  const place = { params: { path: { plan_id: plan, export_id: id } } };
  return queryOptions({
    queryKey: ["plans", plan, "exports", id],
    queryFn: async () =>
      (await answerTo(api.GET("/api/plans/{plan_id}/exports/{export_id}", place))) as Export,
    refetchInterval: ({ state }) => (isOver(state.data) ? false : POLL_MS),
  });
}

export function exportFileAddress(plan: string, id: string): string {
  return `/api/plans/${encodeURIComponent(plan)}/exports/${encodeURIComponent(id)}/file`;
}

function isOver(known: Export | undefined): boolean {
  return known?.state === "ready" || known?.state === "failed";
}

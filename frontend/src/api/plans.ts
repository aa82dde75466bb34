import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { useAccountChange } from "./accounts";
import { answerTo, api } from "./client";
import { readJoinCode } from "./readings";
import type { Audience, JoinCode, Plan, PlanFacts, Role } from "./types";

/** One plan as a part of an address. */
function at(id: string) {
  return { params: { path: { plan_id: id } } };
}

export function planQuery(id: string) {
  return queryOptions({
    queryKey: ["plans", id],
    // The description knows rights as texts; which there are is this module's to say.
    queryFn: async () => (await answerTo(api.GET("/api/plans/{plan_id}", at(id)))) as Plan,
  });
}

export function planPeopleQuery(id: string) {
  return queryOptions({
    queryKey: ["plans", id, "people"],
    queryFn: () => answerTo(api.GET("/api/plans/{plan_id}/people", at(id))),
  });
}

export function joinCodeQuery(id: string) {
  return queryOptions({
    queryKey: ["plans", id, "join-code"],
    queryFn: async () => readJoinCode(await answerTo(api.GET("/api/plans/{plan_id}/join-code", at(id)))),
  });
}

/** A change after which everything about the plan, and the list it stands in, is read again. */
function usePlanChange<Values, Answer>(id: string, change: (values: Values) => Promise<Answer>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ["plans", id] }),
        queries.invalidateQueries({ queryKey: ["accounts"] }),
      ]),
  });
}

export function useCreatePlan(accountId: string) {
  const place = { params: { path: { account_id: accountId } } };
  return useAccountChange((body: PlanFacts) =>
    answerTo(api.POST("/api/accounts/{account_id}/plans", { ...place, body })),
  );
}

export function useImportPlan(accountId: string) {
  const place = { params: { path: { account_id: accountId } } };
  return useAccountChange((document: Record<string, unknown>) =>
    answerTo(api.POST("/api/accounts/{account_id}/plans/import", { ...place, body: { document } })),
  );
}

export function useChangePlan(id: string) {
  return usePlanChange(id, (body: Partial<PlanFacts>) =>
    answerTo(api.PATCH("/api/plans/{plan_id}", { ...at(id), body })),
  );
}

export function useDuplicatePlan(id: string) {
  return usePlanChange(id, (body: { title: string }) =>
    answerTo(api.POST("/api/plans/{plan_id}/duplicate", { ...at(id), body })),
  );
}

export function useRemovePlan() {
  return useAccountChange((id: string) => answerTo(api.DELETE("/api/plans/{plan_id}", at(id))));
}

export function useRestorePlan() {
  return useAccountChange((id: string) => answerTo(api.POST("/api/plans/{plan_id}/restore", at(id))));
}

/** Opens the plan's door with a fresh code, or closes it. */
export function useChangeJoinCode(id: string) {
  const path = "/api/plans/{plan_id}/join-code";
  return usePlanChange(id, async (open: boolean): Promise<JoinCode> => {
    if (open) return readJoinCode(await answerTo(api.POST(path, at(id))));
    await answerTo(api.DELETE(path, at(id)));
    return { code: null };
  });
}

/** Gives a guest another role, or shows them out. */
export function useSetGuestRole(id: string) {
  const path = "/api/plans/{plan_id}/guests/{guest_id}";
  return usePlanChange(id, async ({ guest, role }: { guest: string; role: Role | null }) => {
    const place = { params: { path: { plan_id: id, guest_id: guest } } };
    if (role === null) await answerTo(api.DELETE(path, place));
    else await answerTo(api.PATCH(path, { ...place, body: { role } }));
  });
}

/** Where the whole plan can be downloaded as JSON. */
export function planDocumentAddress(id: string, audience: Audience): string {
  return `/api/plans/${encodeURIComponent(id)}/document?audience=${audience}`;
}

import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { DriftCode } from "../schema/drift.generated";
import type { components } from "./api.generated";
import { answerTo, api } from "./client";

type Schemas = components["schemas"];

/** Somebody who wrote or kept something, as the server's session names them. */
export type Author = Schemas["AuthorAnswer"];

/** A state of the plan that is kept: by somebody, by itself every day, or before something was restored. */
export type Version = Schemas["VersionAnswer"];

/** One thing that changed between two states; of its `values`, labels and what fields say are English. */
export type Change = Omit<Schemas["SentenceAnswer"], "code"> & { code: DriftCode };

/** How many records differ between two states, by what became of them. */
export type Counts = Schemas["CountsAnswer"];

export interface Comparison {
  from: Version;
  /** Null for the plan as it is now. */
  to: Version | null;
  changes: readonly Change[];
  counts: Counts;
  /** How many changes there are beyond those that are listed. */
  leftOut: number;
}

/** Who wrote a record: each field as it reads now, and who made it. */
export type Authorship = Schemas["AuthorshipAnswer"];

/** What of a version takes the place of what is there: everything, one tool, one section or one record. */
export type Restoring = Schemas["RestoredPart"] & { version: string };

/** The plan as it is now, where a version could stand. */
export const NOW = "now";

/**
 * Versions of others come without being announced; whoever looks at the list asks again this often, and less
 * often a server that does not answer. A page that nobody sees does not ask.
 */
const ASK_AGAIN_MS = { answered: 2_000, failed: 30_000 };

/** One plan, and one version of it, as parts of an address. */
function at(plan: string) {
  return { path: { plan_id: plan } };
}

function atVersion(plan: string, version: string) {
  return { path: { plan_id: plan, version_id: version } };
}

export function versionsQuery(plan: string) {
  return queryOptions({
    queryKey: ["plans", plan, "versions"],
    queryFn: () => answerTo(api.GET("/api/plans/{plan_id}/versions", { params: at(plan) })),
    refetchInterval: ({ state }) => (state.status === "error" ? ASK_AGAIN_MS.failed : ASK_AGAIN_MS.answered),
  });
}

/** What all comparisons of a plan are known by. */
export function comparisonsOf(plan: string): readonly string[] {
  return ["plans", plan, "comparisons"];
}

export function comparisonQuery(plan: string, from: string, to: string) {
  const params = { ...at(plan), query: { from, to } };
  return queryOptions({
    queryKey: [...comparisonsOf(plan), from, to],
    queryFn: async () =>
      readComparison(await answerTo(api.GET("/api/plans/{plan_id}/versions/compare", { params }))),
  });
}

/** Who wrote a record; `revision` is another one whenever the record says something else. */
export function authorshipQuery(plan: string, place: string, revision: number) {
  const params = { ...at(plan), query: { place } };
  return queryOptions({
    queryKey: ["plans", plan, "authorship", place, revision],
    queryFn: () => answerTo(api.GET("/api/plans/{plan_id}/authorship", { params })),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function useKeepVersion(plan: string) {
  return useVersionChange(plan, (name: string) =>
    answerTo(api.POST("/api/plans/{plan_id}/versions", { params: at(plan), body: { name } })),
  );
}

const ONE = "/api/plans/{plan_id}/versions/{version_id}";

export function useRenameVersion(plan: string) {
  return useVersionChange(plan, ({ id, name }: { id: string; name: string }) =>
    answerTo(api.PATCH(ONE, { params: atVersion(plan, id), body: { name } })),
  );
}

export function useRemoveVersion(plan: string) {
  return useVersionChange(plan, (id: string) => answerTo(api.DELETE(ONE, { params: atVersion(plan, id) })));
}

export function useRestoreVersion(plan: string) {
  return useVersionChange(plan, ({ version, ...body }: Restoring) =>
    answerTo(api.POST(`${ONE}/restore`, { params: atVersion(plan, version), body })),
  );
}

/** A change after which the list of versions, and what is compared, is read again. */
function useVersionChange<Values, Answer>(plan: string, change: (values: Values) => Promise<Answer>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ["plans", plan, "versions"] }),
        queries.invalidateQueries({ queryKey: comparisonsOf(plan) }),
      ]),
  });
}

function readComparison(answer: Schemas["ComparisonAnswer"]): Comparison {
  const { from, to, sentences, records: counts, left_out: leftOut } = answer;
  // The description knows codes as texts; which there are is the domain's to say.
  return { from, to, changes: sentences as Change[], counts, leftOut };
}

import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { answerTo, api } from "../../../api/client";
import { usePlanSession, useReport, useRows, useSaveState } from "../../../collab";
import type { Way } from "../../../schema/report.generated";

/** What the server says of a way; whom it leads to is whom was asked for. */
export type WayThere = Omit<Way, "to">;

function waysQuery(planId: string, stakeholder: string) {
  const path = { plan_id: planId, stakeholder_id: stakeholder };
  return queryOptions({
    queryKey: ["plans", planId, "ways", stakeholder],
    queryFn: async () => {
      const asked = api.GET("/api/plans/{plan_id}/ways/{stakeholder_id}", { params: { path } });
      // The description knows kinds of lines as texts; which there are is the report's to say.
      return (await answerTo(asked)).ways as WayThere[];
    },
    staleTime: 0,
  });
}

/** A plan that several people edit changes many times a second; the server is asked when it rests. */
const REST_MS = 300;

/** The three surest ways to whom is asked for, asked again whenever a line on which they may depend has changed. */
export function useWays(asked: string | null) {
  const { planId } = usePlanSession();
  const queries = useQueryClient();
  const stakeholder = asked ?? "";
  const answer = useQuery({ ...waysQuery(planId, stakeholder), enabled: asked !== null });
  const isSaved = useSaveState().state !== "saving";
  const lines = [
    useRows("stakeholders"),
    useRows("influence_lines"),
    useRows("coverage"),
    useRows("team_members"),
  ];
  const report = useReport();
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again for what changed, not for what is read.
  useEffect(() => {
    if (!isSaved || asked === null) return;
    const { queryKey } = waysQuery(planId, stakeholder);
    const resting = setTimeout(() => void queries.invalidateQueries({ queryKey }), REST_MS);
    return () => clearTimeout(resting);
  }, [...lines, report, isSaved, planId, asked, queries]);
  return answer;
}

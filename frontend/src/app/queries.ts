import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { asProblem, sessionQuery } from "../api";

/** What the server calls a session that has ended. */
const SIGN_IN_NEEDED = "sign_in_needed";

/** The cache of what the server said; an ended session makes it look again at who sits here. */
export function createQueries(): QueryClient {
  const onError = (thrown: unknown) => {
    if (asProblem(thrown).code === SIGN_IN_NEEDED) void queries.invalidateQueries(sessionQuery);
  };
  const queries: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: { staleTime: 5_000, retry: (failures, thrown) => failures < 1 && isPassing(thrown) },
      // Without a network a form says so at once; waiting for one in silence looks like a page that hangs.
      mutations: { networkMode: "always" },
    },
  });
  return queries;
}

/** Nobody answering, or a server in trouble, may be over in a second; a refusal will not. */
function isPassing(thrown: unknown): boolean {
  const { status } = asProblem(thrown);
  return status === 0 || status >= 500;
}

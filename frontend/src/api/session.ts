import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answerTo, api } from "./client";
import { readSession } from "./readings";
import type { Acceptance, Credentials, Joining, PersonChange, SetUp } from "./types";

export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: async () => readSession(await answerTo(api.GET("/api/session"))),
  staleTime: 60_000,
});

export function useSession() {
  return useQuery(sessionQuery);
}

/** Forgets everything known of whoever sat here before; the next look at the session is fresh. */
function useChangeOfPerson<Values, Answer>(change: (values: Values) => Promise<Answer>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async () => {
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== "session" });
      await queries.refetchQueries(sessionQuery);
    },
  });
}

export function useSignIn() {
  return useChangeOfPerson((body: Credentials) => answerTo(api.POST("/api/session", { body })));
}

export function useSignOut() {
  return useChangeOfPerson(() => answerTo(api.DELETE("/api/session")));
}

export function useSetUp() {
  return useChangeOfPerson((body: SetUp) => answerTo(api.POST("/api/setup", { body })));
}

export function useAcceptInvitation() {
  return useChangeOfPerson((body: Acceptance) => answerTo(api.POST("/api/invitations/accept", { body })));
}

export function useJoin() {
  return useChangeOfPerson((body: Joining) => answerTo(api.POST("/api/join", { body })));
}

export function useChangePerson() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: PersonChange) => answerTo(api.PATCH("/api/session/person", { body })),
    onSuccess: () => queries.invalidateQueries(),
  });
}

/** What the code leads to. A POST, so that codes stay out of the server's access log. */
export function joinInvitationQuery(code: string) {
  return queryOptions({
    queryKey: ["join", code],
    queryFn: () => answerTo(api.POST("/api/join/look", { body: { code } })),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
}

export function invitationQuery(token: string) {
  return queryOptions({
    queryKey: ["invitation", token],
    queryFn: () => answerTo(api.POST("/api/invitations/look", { body: { token } })),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
}

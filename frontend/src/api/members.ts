import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { answerTo, api } from "./client";
import type { MemberChange, NewInvitation } from "./types";

export const membersQuery = queryOptions({
  queryKey: ["members"],
  queryFn: () => answerTo(api.GET("/api/members")),
});

export const invitationsQuery = queryOptions({
  queryKey: ["members", "invitations"],
  queryFn: () => answerTo(api.GET("/api/invitations")),
});

/** Guests of all plans in whom some words occur, by name, a page at a time. */
export function guestsQuery(search: string) {
  return infiniteQueryOptions({
    queryKey: ["members", "guests", search],
    queryFn: ({ pageParam: skip }) =>
      answerTo(
        api.GET("/api/guests", { params: { query: { ...(search && { search }), ...(skip && { skip }) } } }),
      ),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next,
  });
}

function useMemberChange<Values, Answer>(change: (values: Values) => Promise<Answer>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => queries.invalidateQueries({ queryKey: membersQuery.queryKey }),
  });
}

export function useInvite() {
  return useMemberChange((body: NewInvitation) => answerTo(api.POST("/api/invitations", { body })));
}

export function useWithdrawInvitation() {
  return useMemberChange((id: string) =>
    answerTo(api.DELETE("/api/invitations/{invitation_id}", { params: { path: { invitation_id: id } } })),
  );
}

export function useChangeMember() {
  return useMemberChange(({ id, ...body }: MemberChange & { id: string }) =>
    answerTo(api.PATCH("/api/members/{member_id}", { params: { path: { member_id: id } }, body })),
  );
}

/** Where everything that is kept about one person is downloaded. */
export function personAddress(participant: string): string {
  return `/api/persons/${encodeURIComponent(participant)}`;
}

export function useErasePerson() {
  return useMemberChange((participant: string) =>
    answerTo(api.DELETE("/api/persons/{participant}", { params: { path: { participant } } })),
  );
}

import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { answerTo, api } from "./client";
import type { Role } from "./types";

export const accountsQuery = queryOptions({
  queryKey: ["accounts"],
  queryFn: () => answerTo(api.GET("/api/accounts")),
});

/** Accounts in the bin, to those who may restore them. */
export const removedAccountsQuery = queryOptions({
  queryKey: ["accounts", "removed"],
  queryFn: () => answerTo(api.GET("/api/accounts", { params: { query: { removed: true } } })),
});

/** One account as a part of an address. */
function at(id: string) {
  return { params: { path: { account_id: id } } };
}

export function accountQuery(id: string) {
  return queryOptions({
    queryKey: ["accounts", "one", id],
    queryFn: () => answerTo(api.GET("/api/accounts/{account_id}", at(id))),
  });
}

export function accountMembersQuery(id: string) {
  return queryOptions({
    queryKey: ["accounts", "one", id, "members"],
    queryFn: () => answerTo(api.GET("/api/accounts/{account_id}/members", at(id))),
  });
}

/** A change after which the list of accounts, and every account in it, is read again. */
export function useAccountChange<Values, Answer>(change: (values: Values) => Promise<Answer>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => queries.invalidateQueries({ queryKey: accountsQuery.queryKey }),
  });
}

export function useCreateAccount() {
  return useAccountChange((body: { name: string }) => answerTo(api.POST("/api/accounts", { body })));
}

export function useRenameAccount(id: string) {
  return useAccountChange((body: { name: string }) =>
    answerTo(api.PATCH("/api/accounts/{account_id}", { ...at(id), body })),
  );
}

export function useRemoveAccount() {
  return useAccountChange((id: string) => answerTo(api.DELETE("/api/accounts/{account_id}", at(id))));
}

export function useRestoreAccount() {
  return useAccountChange((id: string) => answerTo(api.POST("/api/accounts/{account_id}/restore", at(id))));
}

/** Keeps a logo, or takes it away. */
export function useChangeAccountLogo(id: string) {
  return useAccountChange(async (image: string | null) => {
    if (image === null) await answerTo(api.DELETE("/api/accounts/{account_id}/logo", at(id)));
    else await answerTo(api.PUT("/api/accounts/{account_id}/logo", { ...at(id), body: { image } }));
  });
}

/** Gives a member a role in the account, or none. */
export function useSetAccountRole(id: string) {
  return useAccountChange(async ({ member, role }: { member: string; role: Role | null }) => {
    const place = { params: { path: { account_id: id, member_id: member } } };
    const path = "/api/accounts/{account_id}/members/{member_id}";
    if (role === null) await answerTo(api.DELETE(path, place));
    else await answerTo(api.PUT(path, { ...place, body: { role } }));
  });
}

/** Where an account's logo is; `version` changes with it, so that the browser does not show the one it kept. */
export function accountLogoAddress(id: string, version: number): string {
  return `/api/accounts/${encodeURIComponent(id)}/logo?v=${version}`;
}

import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { answerTo, api } from "./client";

export const companyQuery = queryOptions({
  queryKey: ["company"],
  queryFn: () => answerTo(api.GET("/api/company")),
});

function useCompanyChange<Values, Answer>(change: (values: Values) => Promise<Answer>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: companyQuery.queryKey }),
        queries.invalidateQueries({ queryKey: ["session"] }),
      ]),
  });
}

export function useRenameCompany() {
  return useCompanyChange((body: { company: string }) => answerTo(api.PATCH("/api/company", { body })));
}

/** Keeps a logo, or takes it away. */
export function useChangeCompanyLogo() {
  return useCompanyChange(async (image: string | null) => {
    if (image === null) await answerTo(api.DELETE("/api/company/logo"));
    else await answerTo(api.PUT("/api/company/logo", { body: { image } }));
  });
}

/** Where the company's logo is; `version` changes with it. */
export function companyLogoAddress(version: number): string {
  return `/api/company/logo?v=${version}`;
}

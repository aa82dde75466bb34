import { localStorageColorSchemeManager, MantineProvider } from "@mantine/core";
import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { useEffect } from "react";
import { sessionQuery } from "../api";
import { styleNonce } from "../ui/nonce";
import { cssVariablesResolver, theme } from "../ui/theme";
import type { Pages } from "./pages";

const schemes = localStorageColorSchemeManager();

interface ProvidersProps {
  queries: QueryClient;
  pages: Pages;
  /** Tests have no transitions to wait for. */
  env?: "default" | "test";
}

/** What every page stands on: look, what the server said, and addresses. */
export function Providers({ queries, pages, env = "default" }: ProvidersProps) {
  useEffect(() => askAgainOnChangeOfPerson(queries, pages), [queries, pages]);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      colorSchemeManager={schemes}
      defaultColorScheme="auto"
      getStyleNonce={styleNonce}
      env={env}
    >
      <QueryClientProvider client={queries}>
        <RouterProvider router={pages} />
      </QueryClientProvider>
    </MantineProvider>
  );
}

/** Has the page's guard look again whenever somebody else sits here, or nobody any more. */
function askAgainOnChangeOfPerson(queries: QueryClient, pages: Pages): () => void {
  let kind = queries.getQueryData(sessionQuery.queryKey)?.kind;
  return queries.getQueryCache().subscribe(() => {
    const now = queries.getQueryData(sessionQuery.queryKey)?.kind;
    if (now === kind || now === undefined) return;
    const isFirst = kind === undefined;
    kind = now;
    if (!isFirst) void pages.invalidate();
  });
}

import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { createMemoryHistory } from "@tanstack/react-router";
import { render } from "@testing-library/react";
import type { ReactElement } from "react";
import { cssVariablesResolver, theme } from "../../ui/theme";
import { Providers } from "../Providers";
import { createPages } from "../pages";
import { createQueries } from "../queries";

/** Shows one component as the pages would: themed, in English, with a cache of its own. */
export function show(element: ReactElement) {
  const queries = createQueries();
  queries.setDefaultOptions({ queries: { retry: false } });
  return render(
    <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} env="test">
      <QueryClientProvider client={queries}>{element}</QueryClientProvider>
    </MantineProvider>,
  );
}

/** Opens an address as a browser would, and returns where one ends up. */
export function visit(address: string) {
  const queries = createQueries();
  queries.setDefaultOptions({ queries: { retry: false } });
  const router = createPages(queries, createMemoryHistory({ initialEntries: [address] }));
  render(<Providers queries={queries} pages={router} env="test" />);
  return { router, here: () => router.state.location.href };
}

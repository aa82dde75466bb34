/** The pages of the plan's tools. */

import { lazy } from "react";

export type { ToolPageProps } from "./ToolPage";

/** A tool's page; a chunk of its own, to be shown inside a `Suspense`. */
export const ToolPage = lazy(() => import("./ToolPage"));

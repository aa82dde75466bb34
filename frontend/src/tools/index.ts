/** The pages of the plan's tools. */

import { lazily } from "../ui/lazily";

export type { ToolPageProps } from "./ToolPage";

/** A tool's page; a chunk of its own, to be shown inside a `Suspense`. */
export const ToolPage = lazily(() => import("./ToolPage"));

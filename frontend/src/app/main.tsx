import "@mantine/core/styles.layer.css";
import "../ui/tokens.css";
import "../ui/base.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { styleNonce } from "../ui/nonce";
import { startLanguage } from "./language";
import { Providers } from "./Providers";
import { createPages } from "./pages";
import { createQueries } from "./queries";

async function start(root: HTMLElement) {
  // The scroll lock behind dialogs writes a style element; this is where it looks for the policy's nonce.
  Object.assign(globalThis, { __webpack_nonce__: styleNonce() });
  await startLanguage();
  const queries = createQueries();
  const pages = createPages(queries);
  createRoot(root).render(
    <StrictMode>
      <Providers queries={queries} pages={pages} />
    </StrictMode>,
  );
}

const root = document.getElementById("root");
if (root) void start(root);

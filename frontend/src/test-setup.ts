import { cleanup, configure } from "@testing-library/react";
import i18next, { type ResourceKey } from "i18next";
import { initReactI18next } from "react-i18next";
import { afterAll, afterEach, beforeEach, vi } from "vitest";

const catalogues = import.meta.glob<ResourceKey>("./locales/en/*.json", { eager: true, import: "default" });

/** Every catalogue by its namespace, which is the first part of the file's name. */
const english = Object.fromEntries(
  Object.entries(catalogues).map(([path, words]) => [path.split("/").at(-1)?.split(".")[0] ?? "", words]),
);

// Test files share the modules of a process, this library among them, so all of them have the same words.
if (!i18next.isInitialized) {
  await i18next.use(initReactI18next).init({
    lng: "en",
    resources: { en: english },
    defaultNS: "shell",
    // React escapes what it shows.
    interpolation: { escapeValue: false },
  });
}

// Pages are fetched as they are in the browser; on a busy machine the first one takes its time.
configure({ asyncUtilTimeout: 10_000 });

// What happy-dom lacks and Mantine asks for.
class ResizeObserverAtRest implements ResizeObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}

beforeEach(() => {
  vi.stubGlobal("ResizeObserver", ResizeObserverAtRest);
  // Nothing in a test reaches a network; a test that needs an answer stubs `fetch` itself.
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("The network is closed in tests.")));
});

// A page that is still being fetched when its file ends would be broken for the next file of the process.
afterAll(() => vi.dynamicImportSettled());

afterEach(() => {
  cleanup();
  localStorage.clear();
  sessionStorage.clear();
});

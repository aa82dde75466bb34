import { cleanup, configure } from "@testing-library/react";
import { afterEach, beforeEach, vi } from "vitest";

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

afterEach(() => {
  cleanup();
  localStorage.clear();
  sessionStorage.clear();
});

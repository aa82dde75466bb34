import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { compressAssets } from "./compress.ts";

const SERVER = "http://127.0.0.1:8765";

/** What changes only when a dependency does, so that a release leaves it in people's caches. */
const FOUNDATION =
  /node_modules\/(react|react-dom|scheduler|@tanstack\/(react-router|router-core|history|react-store|store|react-query|query-core)|i18next|react-i18next)\//;

export default defineConfig({
  plugins: [react(), compressAssets()],
  server: {
    proxy: {
      "/api": SERVER,
      "/socket.io": { target: SERVER, ws: true },
    },
  },
  build: {
    target: "es2022",
    // An inlined asset would be a data: address, which the content security policy has no need to allow.
    assetsInlineLimit: 0,
    // One sheet for all pages: a part that is fetched again after a lost connection does not ask for its sheet again.
    cssCodeSplit: false,
    rolldownOptions: {
      // Our modules do nothing by being imported, so that taking one thing from a folder's index takes only that.
      treeshake: { moduleSideEffects: [{ test: /\/src\/.*\.tsx?$/, sideEffects: false }] },
      output: {
        codeSplitting: {
          groups: [
            { name: "foundation", test: FOUNDATION, priority: 3 },
            { name: "yjs", test: /node_modules\/(yjs|lib0|y-protocols)\//, priority: 2 },
            { name: "editor", test: /node_modules\/(@tiptap|prosemirror-[a-z]+|linkifyjs)\//, priority: 2 },
            { name: "socket", test: /node_modules\/(socket\.io-|engine\.io-|@socket\.io)/, priority: 2 },
          ],
        },
      },
    },
  },
  test: {
    environment: "happy-dom",
    setupFiles: ["src/test-setup.ts"],
    include: ["src/**/*.test.{ts,tsx}"],
    testTimeout: 20_000,
    // Loading the pages' modules and a document anew for each file took twice as long as the tests themselves.
    isolate: false,
    maxWorkers: "100%",
    restoreMocks: true,
    unstubGlobals: true,
  },
});

import { fileURLToPath } from "node:url";
import optimizeLocales from "@react-aria/optimize-locales-plugin";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

// The window is served from the program itself under a strict content policy:
// relative addresses, no inline script, nothing turned into a data: address.
export default defineConfig({
  base: "./",
  // The window speaks English, and so do the components: their thirty other languages are a tenth of the code at start.
  plugins: [react(), { ...optimizeLocales.vite({ locales: ["en-US"] }), enforce: "pre" }],
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  clearScreen: false,
  server: { port: 5273, strictPort: true, host: "127.0.0.1" },
  build: {
    target: ["safari16", "chrome115"],
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    sourcemap: false,
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      // What every start needs is one file: each further one is a question to the program and back.
      output: { codeSplitting: { groups: [{ name: "start", tags: ["$initial"] }] } },
      treeshake: {
        // Our modules only define things: a page that wants one component does not load them all.
        moduleSideEffects: (id) => !/\/src\/(components|features|parts|lib)\/.*\.tsx?$/.test(id),
      },
    },
  },
  worker: { format: "es" },
  test: {
    environment: "happy-dom",
    setupFiles: ["./src/test/setup.ts"],
    css: { modules: { classNameStrategy: "non-scoped" } },
    include: ["src/**/*.test.{ts,tsx}"],
    restoreMocks: true,
    // Tests type like people do; a machine that builds meanwhile is slow at it.
    testTimeout: 30_000,
  },
});

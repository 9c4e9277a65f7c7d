import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

const OTHER_LANGUAGE = /(?:^|\/)(?!en-US)[a-z]{2}-[A-Z]{2}\.(?:mjs|js)$/;
const NOTHING = "\0nothing";

// The window speaks English, and so do the components: their thirty other languages are a tenth of the code at start.
function englishOnly(): Plugin {
  return {
    name: "english-only",
    enforce: "pre",
    apply: "build",
    resolveId: (id, from) =>
      OTHER_LANGUAGE.test(id) && from !== undefined && /\/(react-aria|react-stately)/.test(from)
        ? NOTHING
        : null,
    load: (id) => (id === NOTHING ? "export default {};" : null),
  };
}

/** Everybody waits for this file at every start; what only some pages need is fetched by them. */
const MOST_AT_START = 640_000;

function smallStart(): Plugin {
  return {
    name: "small-start",
    apply: "build",
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === "chunk" && file.name === "start" && file.code.length > MOST_AT_START) {
          this.error(`${file.fileName} has ${file.code.length} letters: load more of it later`);
        }
      }
    },
  };
}

// The window is served from the program itself under a strict content policy:
// relative addresses, no inline script, nothing turned into a data: address.
export default defineConfig({
  base: "./",
  plugins: [englishOnly(), react(), smallStart()],
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

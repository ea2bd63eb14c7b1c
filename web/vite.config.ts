import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const api = process.env["DOSAR_API"] ?? "http://127.0.0.1:3000";

/** The officers' pages. In development the API and the public status page are reached through the same address. */
export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  build: {
    outDir: fileURLToPath(new URL("../build/web", import.meta.url)),
    emptyOutDir: true,
    target: "es2022",
    rolldownOptions: {
      onLog(level, log, report) {
        // Component libraries mark files for server rendering, which there is none of here.
        if (log.code !== "MODULE_LEVEL_DIRECTIVE") report(level, log);
      },
    },
  },
  server: {
    proxy: { "/api": api, "/stare": api, "/healthz": api, "/readyz": api },
  },
});

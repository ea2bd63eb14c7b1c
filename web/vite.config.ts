import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, gzip } from "node:zlib";
import { defineConfig, type Plugin } from "vite";

const api = process.env["DOSAR_API"] ?? "http://127.0.0.1:3000";

/** What shrinks; images and fonts are small already. */
const COMPRESSIBLE = /\.(?:js|css|html|svg)$/;
/** A smaller file is sent as fast as it is. */
const SMALLEST_BYTES = 1024;

/** Beside each file its brotli and gzip copies, so that the API never compresses while it answers. */
function compressedCopies(): Plugin {
  return {
    name: "compressed-copies",
    apply: "build",
    async writeBundle({ dir }) {
      if (dir === undefined) return;
      const entries = await readdir(dir, { recursive: true });
      await Promise.all(entries.filter((name) => COMPRESSIBLE.test(name)).map((name) => compress(join(dir, name))));
    },
  };
}

async function compress(path: string): Promise<void> {
  const bytes = await readFile(path);
  if (bytes.length < SMALLEST_BYTES) return;
  await Promise.all([
    promisify(brotliCompress)(bytes).then((small) => writeFile(`${path}.br`, small)),
    promisify(gzip)(bytes).then((small) => writeFile(`${path}.gz`, small)),
  ]);
}

/** The officers' pages. In development the API and the public status page are reached through the same address. */
export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  plugins: [compressedCopies()],
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
    proxy: {
      "/api": api,
      "/stare": api,
      "/ce-cale": api,
      "/dezabonare": api,
      "/verificare-termen": api,
      "/healthz": api,
      "/readyz": api,
    },
  },
});

import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { Failure } from "./failure.ts";
import { run } from "./run.ts";
import { fingerprint, ROOT } from "./sources.ts";

export const WEB_ROOT = join(ROOT, "build/web");

/** Builds the pages into `build/web`, unless what is there was made of the same sources. */
export async function buildWeb(say: (line: string) => void): Promise<void> {
  if (!existsSync(join(ROOT, "web/index.html"))) return;
  const wanted = await fingerprint("web", "domain", "machines", "package-lock.json");
  const marker = join(WEB_ROOT, ".fingerprint");
  if ((await readFile(marker, "utf8").catch(() => "")) === wanted) return;
  const started = Date.now();
  const { ok, output } = await run(
    process.execPath,
    ["node_modules/vite/bin/vite.js", "build", "web", "--logLevel", "warn"],
    {
      cwd: ROOT,
      env: { NODE_ENV: "production" },
    },
  );
  if (!ok) throw new Failure(`The pages could not be built:\n${output}`);
  await writeFile(marker, wanted);
  say(`  pages built in ${Math.round((Date.now() - started) / 1000)} s`);
}

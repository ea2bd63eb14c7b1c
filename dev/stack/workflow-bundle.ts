import { existsSync } from "node:fs";
import { mkdir, readdir, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { bundleWorkflowCode, DefaultLogger } from "@temporalio/worker";

import { fingerprint, ROOT } from "./sources.ts";

const ENTRY = join(ROOT, "workflows/index.ts");
const CACHE = join(ROOT, "node_modules/.cache/dosar");
const KEPT_MS = 3 * 86_400_000;

/**
 * The file that holds all workflows for the worker, built again only when a source of it changed. `interceptors`: modules
 * of the simulation that go into it as well, given from the root.
 */
export async function buildWorkflowBundle(interceptors: readonly string[] = []): Promise<string | undefined> {
  if (!existsSync(ENTRY)) return undefined;
  const hash = await fingerprint("workflows", "machines", "domain", "package-lock.json", ...interceptors);
  const file = join(CACHE, `workflows-${hash}.js`);
  if (existsSync(file)) {
    await utimes(file, new Date(), new Date());
    return file;
  }
  await mkdir(CACHE, { recursive: true });
  const { code } = await bundleWorkflowCode({
    workflowsPath: ENTRY,
    workflowInterceptorModules: interceptors.map((module) => join(ROOT, module)),
    logger: new DefaultLogger("WARN"),
  });
  await writeFile(`${file}.${process.pid}`, code);
  await rename(`${file}.${process.pid}`, file);
  await sweep(file);
  return file;
}

/** Removes bundles that nobody has built or taken for days: a product that runs may still need one of today's. */
async function sweep(newest: string): Promise<void> {
  const names = (await readdir(CACHE)).filter((name) => /^workflows-.*\.js$/.test(name));
  for (const file of names.map((name) => join(CACHE, name))) {
    const age = Date.now() - (await stat(file)).mtimeMs;
    if (file !== newest && age > KEPT_MS) await rm(file, { force: true });
  }
}

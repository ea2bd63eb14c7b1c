import { existsSync } from "node:fs";
import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { bundleWorkflowCode, DefaultLogger } from "@temporalio/worker";

import { fingerprint, ROOT } from "./sources.ts";

const ENTRY = join(ROOT, "workflows/index.ts");
const CACHE = join(ROOT, "node_modules/.cache/dosar");
/** Bundles of the last few branches stay; the rest is swept. */
const KEPT = 5;

/** The file that holds all workflows for the worker, built again only when a source of it changed. */
export async function buildWorkflowBundle(): Promise<string | undefined> {
  if (!existsSync(ENTRY)) return undefined;
  const hash = await fingerprint("workflows", "machines", "domain", "package-lock.json");
  const file = join(CACHE, `workflows-${hash}.js`);
  if (existsSync(file)) return file;
  await mkdir(CACHE, { recursive: true });
  const { code } = await bundleWorkflowCode({ workflowsPath: ENTRY, logger: new DefaultLogger("WARN") });
  await writeFile(`${file}.${process.pid}`, code);
  await rename(`${file}.${process.pid}`, file);
  await sweep(file);
  return file;
}

async function sweep(newest: string): Promise<void> {
  const bundles = (await readdir(CACHE))
    .filter((name) => /^workflows-.*\.js$/.test(name))
    .map((name) => join(CACHE, name));
  const old = bundles.filter((file) => file !== newest).slice(KEPT);
  await Promise.all(old.map((file) => rm(file, { force: true })));
}

/**
 * `npm run build`: what a machine that runs only the API and the worker needs beside the sources. The pages
 * go to `build/web` (WEB_ROOT), the workflows to `build/workflows.js` (DOSAR_WORKFLOW_BUNDLE).
 */
import { copyFile, mkdir } from "node:fs/promises";
import { join } from "node:path";

import { describeFailure, Failure } from "./stack/failure.ts";
import { ROOT } from "./stack/sources.ts";
import { buildWeb } from "./stack/web-build.ts";
import { buildWorkflowBundle } from "./stack/workflow-bundle.ts";

async function main(): Promise<void> {
  await buildWeb(console.log);
  const bundle = await buildWorkflowBundle();
  if (bundle === undefined) throw new Failure("There is no workflows/index.ts to bundle.");
  await mkdir(join(ROOT, "build"), { recursive: true });
  await copyFile(bundle, join(ROOT, "build/workflows.js"));
  console.log("build/web, build/workflows.js");
}

main().catch((error: unknown) => {
  console.error(describeFailure(error));
  process.exitCode = 1;
});

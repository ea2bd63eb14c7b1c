/**
 * Records the history of each scenario into `test/histories/`, one file for each run of its workflow:
 * `npx tsx test/replay/record.ts <release> [scenario …]`. A history that is there is never written again: what was
 * recorded by a release must replay for ever. Payloads are encrypted with the key of the tests.
 */
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { WorkflowHandle } from "@temporalio/client";
import type { SkippingWorld } from "../moh/support/files.ts";
import { historyToJson } from "./history.ts";
import { SCENARIOS } from "./scenarios.ts";

const FOLDER = fileURLToPath(new URL("../histories/", import.meta.url));
const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Every run of a file, the first one first. */
async function historiesOf(world: SkippingWorld, { handle }: { readonly handle: WorkflowHandle }): Promise<string[]> {
  const histories: string[] = [];
  let { firstExecutionRunId: runId } = handle as unknown as { firstExecutionRunId?: string };
  while (runId !== undefined) {
    const history = await world.client.workflow.getHandle(handle.workflowId, runId).fetchHistory();
    // Where it was recorded is nobody's business: stack traces name files from the project on.
    histories.push(historyToJson(history).replaceAll(ROOT, "./"));
    runId = history.events?.at(-1)?.workflowExecutionContinuedAsNewEventAttributes?.newExecutionRunId ?? undefined;
  }
  return histories;
}

async function record(release: string, scenario: string): Promise<void> {
  const fileOf = (run: number): string => join(FOLDER, `${release}-${scenario}${run === 1 ? "" : `-${run}`}.json`);
  if (existsSync(fileOf(1))) {
    console.log(`${scenario}: recorded before`);
    return;
  }
  const { skippingWorld } = await import("../moh/support/files.ts");
  const world = await skippingWorld();
  const histories = await historiesOf(world, await (SCENARIOS[scenario] as (typeof SCENARIOS)[string])(world));
  for (const [index, history] of histories.entries()) await writeFile(fileOf(index + 1), `${history}\n`);
  console.log(`${scenario}: ${histories.length} recorded`);
}

/** The servers of the tests: a module without types, since Jest runs it before anything is compiled. */
async function support(module: "global-setup" | "global-teardown"): Promise<void> {
  const url = new URL(`../support/${module}.mjs`, import.meta.url).href;
  const { default: run } = (await import(url)) as { default: () => Promise<void> };
  await run();
}

const [release, ...chosen] = process.argv.slice(2);
if (release === undefined || !/^\d+\.\d+\.\d+$/.test(release)) throw new Error("Name the release, for example 0.1.0.");
const cleanUps: (() => Promise<void>)[] = [];
Object.assign(globalThis, { dosarCleanups: cleanUps });
await mkdir(FOLDER, { recursive: true });
await support("global-setup");
try {
  for (const scenario of chosen.length > 0 ? chosen : Object.keys(SCENARIOS)) await record(release, scenario);
} finally {
  for (const cleanUp of cleanUps.toReversed()) await cleanUp();
  await support("global-teardown");
}

/** Starts every import that was saved while the engine was away, or whose workflow was lost. */
import { proxyActivities } from "@temporalio/workflow";
import type { ImportActivities } from "../activities/import-activities.ts";

const { startImports: start } = proxyActivities<ImportActivities>({ startToCloseTimeout: "1 minute" });

export async function startImports(): Promise<void> {
  await start();
}

/**
 * A register on its way into the product, a page of rows after the other. Which rows are left is read from the database, so
 * it can be stopped at any point and goes on; a row that is done twice is done once.
 */
import { continueAsNew, proxyActivities, workflowInfo } from "@temporalio/workflow";
import type { ImportActivities } from "../activities/import-activities.ts";
import type { ImportInput } from "./contract.ts";

const { beginImport, finishImport } = proxyActivities<ImportActivities>({
  startToCloseTimeout: "1 minute",
  retry: { initialInterval: "1s", maximumInterval: "30s" },
});
const { bringRows } = proxyActivities<ImportActivities>({
  startToCloseTimeout: "10 minutes",
  // A worker that died is told from one that works.
  heartbeatTimeout: "40s",
  retry: { initialInterval: "1s", maximumInterval: "30s" },
});

export async function importFiles({ importId }: ImportInput): Promise<void> {
  if (!(await beginImport(importId))) return;
  while ((await bringRows(importId)).left > 0) {
    if (workflowInfo().continueAsNewSuggested) await continueAsNew<typeof importFiles>({ importId });
  }
  await finishImport(importId);
}

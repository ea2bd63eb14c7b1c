/**
 * A confirmed order of priority on its way into its files: each is told once whether the month's funds reach it. The
 * money was reserved when the order was confirmed, so that nothing depends on how long this takes or how often it starts.
 */
import { continueAsNew, proxyActivities, sleep, workflowInfo } from "@temporalio/workflow";
import type { FundsActivities } from "../activities/funds-activities.ts";
import type { FundsRanking } from "../domain/moh/fund-views.ts";

const { tellFiles, finishRanking } = proxyActivities<FundsActivities>({
  startToCloseTimeout: "5 minutes",
  // A worker that died is told from one that works.
  heartbeatTimeout: "15s",
  retry: { initialInterval: "1s", maximumInterval: "30s" },
});

const LONGEST_PAUSE_SECONDS = 300;

export async function confirmRanking(ranking: FundsRanking): Promise<void> {
  for (let pauses = 0; ;) {
    const { left, silent } = await tellFiles(ranking);
    if (left === 0) break;
    if (workflowInfo().continueAsNewSuggested) await continueAsNew<typeof confirmRanking>(ranking);
    // Files that do not answer are asked again, less and less often.
    if (silent > 0) {
      pauses += 1;
      await sleep(Math.min(2 ** pauses, LONGEST_PAUSE_SECONDS) * 1000);
    }
  }
  await finishRanking(ranking);
}

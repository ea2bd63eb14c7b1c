/** Every minute: orders that were confirmed while the engine was away, and money that was reserved for a command nobody gave. */
import { proxyActivities } from "@temporalio/workflow";
import type { FundsActivities } from "../activities/funds-activities.ts";

const { startRankings, releaseForgotten } = proxyActivities<FundsActivities>({
  startToCloseTimeout: "2 minutes",
  heartbeatTimeout: "30s",
  retry: { maximumAttempts: 3 },
});

export async function watchFunds(): Promise<void> {
  await startRankings();
  await releaseForgotten();
}

import { proxyActivities } from "@temporalio/workflow";
import type { PassingActivities } from "../activities/case-activities.ts";

const { recordPassed } = proxyActivities<PassingActivities>({
  startToCloseTimeout: "1 minute",
  retry: { initialInterval: "1s", maximumInterval: "10s", maximumAttempts: 5 },
});

/** The deadlines that have passed by now, recorded in their files: batches until none is left. Started by a schedule. */
export async function recordPassing(): Promise<number> {
  const at = new Date(Date.now()).toISOString();
  let cases = 0;
  for (;;) {
    const batch = await recordPassed({ at });
    cases += batch.cases;
    if (!batch.more || batch.cases === 0) return cases;
  }
}

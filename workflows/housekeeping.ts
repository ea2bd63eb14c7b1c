import { proxyActivities } from "@temporalio/workflow";
import type { HousekeepingActivities } from "../activities/housekeeping.ts";

const { removeLeftovers } = proxyActivities<HousekeepingActivities>({
  startToCloseTimeout: "5 minutes",
  retry: { maximumAttempts: 5 },
});

/** Once a day, on a schedule. */
export async function housekeeping(): Promise<void> {
  await removeLeftovers();
}

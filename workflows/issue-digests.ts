import { proxyActivities } from "@temporalio/workflow";
import type { MailActivities } from "../activities/mail-activities.ts";

const { issueDigests } = proxyActivities<MailActivities>({
  startToCloseTimeout: "2 minutes",
  retry: { initialInterval: "5s", maximumAttempts: 3 },
});

/** Every few minutes, on a schedule: whose office has opened gets the digest of the day. */
export async function issueMorningDigests(): Promise<number> {
  return await issueDigests();
}

import { patched, proxyActivities } from "@temporalio/workflow";
import type { MailActivities } from "../activities/mail-activities.ts";

const { issueDueMessages, sendDueMessages } = proxyActivities<MailActivities>({
  startToCloseTimeout: "5 minutes",
  heartbeatTimeout: "1 minute",
  retry: { initialInterval: "5s", maximumInterval: "1 minute", maximumAttempts: 5 },
});

/**
 * One sweep, started by a schedule: what is due becomes letters, and the letters leave in batches until none is left. A
 * mail server that is down costs nothing but time.
 */
export async function deliverMessages(): Promise<number> {
  if (patched("issues-first")) await issueDueMessages();
  let sent = 0;
  for (;;) {
    const batch = await sendDueMessages();
    sent += batch.sent;
    if (!batch.more) return sent;
  }
}

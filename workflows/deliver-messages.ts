import { proxyActivities } from "@temporalio/workflow";
import type { MailActivities } from "../activities/mail-activities.ts";

const { sendDueMessages } = proxyActivities<MailActivities>({
  startToCloseTimeout: "5 minutes",
  heartbeatTimeout: "1 minute",
  retry: { initialInterval: "5s", maximumInterval: "1 minute", maximumAttempts: 5 },
});

/** One sweep of the e-mails that are due, started by a schedule: batches until none is left. A mail server that is down costs nothing but time. */
export async function deliverMessages(): Promise<number> {
  let sent = 0;
  for (;;) {
    const batch = await sendDueMessages();
    sent += batch.sent;
    if (!batch.more) return sent;
  }
}

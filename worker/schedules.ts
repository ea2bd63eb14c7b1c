import { ScheduleAlreadyRunning, ScheduleOverlapPolicy, type Client } from "@temporalio/client";
import { TASK_QUEUE } from "../workflows/contract.ts";

const MAIL_SWEEP = "mail-sweep";

/** Makes sure that the sweep of due e-mails runs, every so many seconds, never two at once. Can be repeated. */
export async function scheduleMailSweep(client: Client, seconds: number): Promise<void> {
  const spec = { intervals: [{ every: seconds * 1000 }] };
  try {
    await client.schedule.create({
      scheduleId: MAIL_SWEEP,
      spec,
      policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: "1 minute" },
      action: { type: "startWorkflow", workflowType: "deliverMessages", taskQueue: TASK_QUEUE, args: [] },
    });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
    await client.schedule.getHandle(MAIL_SWEEP).update((previous) => ({ ...previous, spec }));
  }
}

import { ScheduleAlreadyRunning, ScheduleOverlapPolicy, type Client } from "@temporalio/client";
import { TASK_QUEUE } from "../workflows/contract.ts";

const DAY_SECONDS = 86_400;
const PASSING_SECONDS = 10;
const CALENDAR_SECONDS = 60;
const IMPORT_SECONDS = 60;
const FUNDS_SECONDS = 60;
const DIGEST_SECONDS = 180;

/**
 * Makes sure that the product's schedules run: deadlines that passed every ten seconds, the e-mails that are due
 * every `mailSeconds`, the digests of those whose office has opened every three minutes, changes of the calendar and imports that nobody carries out every minute, housekeeping once a day. Can be repeated.
 */
export async function schedule(client: Client, mailSeconds: number): Promise<void> {
  await every(client, "passing", "recordPassing", PASSING_SECONDS);
  await every(client, "mail-sweep", "deliverMessages", mailSeconds);
  await every(client, "morning-digests", "issueMorningDigests", DIGEST_SECONDS);
  await every(client, "calendar-changes", "startCalendarChanges", CALENDAR_SECONDS);
  await every(client, "file-imports", "startImports", IMPORT_SECONDS);
  await every(client, "funds", "watchFunds", FUNDS_SECONDS);
  await every(client, "housekeeping", "housekeeping", DAY_SECONDS);
}

async function every(client: Client, scheduleId: string, workflowType: string, seconds: number): Promise<void> {
  const spec = { intervals: [{ every: seconds * 1000 }] };
  try {
    await client.schedule.create({
      scheduleId,
      spec,
      policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: "1 minute" },
      action: { type: "startWorkflow", workflowType, taskQueue: TASK_QUEUE, args: [] },
    });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
    await client.schedule.getHandle(scheduleId).update((previous) => ({ ...previous, spec }));
  }
}

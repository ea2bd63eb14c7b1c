import { proxyActivities } from "@temporalio/workflow";
import type { CalendarActivities } from "../activities/calendar-activities.ts";

const { startCalendarChanges: start } = proxyActivities<CalendarActivities>({
  startToCloseTimeout: "1 minute",
  retry: { maximumAttempts: 5 },
});

/** Every minute, on a schedule: a change of the calendar that was saved while the engine was away is started. */
export async function startCalendarChanges(): Promise<void> {
  await start();
}

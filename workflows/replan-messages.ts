import { continueAsNew, proxyActivities } from "@temporalio/workflow";
import type { MailActivities } from "../activities/mail-activities.ts";
import type { Replan } from "./contract.ts";

const PAGES_IN_A_RUN = 500;

const { replanPage } = proxyActivities<MailActivities>({
  startToCloseTimeout: "2 minutes",
  retry: { initialInterval: "1s", maximumInterval: "1 minute" },
});

/**
 * Plans reminders anew after a change of a policy, of office hours or of the calendar, page by page. Whoever started it
 * may start it again: what is planned already stays. @returns how many files were read in this run.
 */
export async function replanMessages(scope: Replan): Promise<number> {
  let files = 0;
  let { after } = scope;
  for (let page = 0; page < PAGES_IN_A_RUN; page += 1) {
    const done = await replanPage({ ...scope, ...(after === undefined ? {} : { after }) });
    files += done.files;
    after = done.after;
    if (after === undefined) return files;
  }
  return await continueAsNew<typeof replanMessages>({ ...scope, ...(after === undefined ? {} : { after }) });
}

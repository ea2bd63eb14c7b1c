/**
 * A change of the calendar on its way into the open files, a page of files after the other. Whether it is to go on is read
 * from the database; a signal only says that it is worth looking. A file that is told twice changes once.
 */
import {
  condition,
  continueAsNew,
  executeChild,
  proxyActivities,
  setHandler,
  sleep,
  workflowInfo,
} from "@temporalio/workflow";
import type { CalendarActivities } from "../activities/calendar-activities.ts";
import {
  lookSignal,
  REPLAN_WORKFLOW,
  type CalendarChangeInput,
  type CalendarChangePlace,
  type Replan,
} from "./contract.ts";

const { beginCalendarChange, nextFiles, finishCalendarChange } = proxyActivities<CalendarActivities>({
  startToCloseTimeout: "1 minute",
  heartbeatTimeout: "20s",
  retry: { initialInterval: "1s", maximumInterval: "30s" },
});
const { recomputeFiles } = proxyActivities<CalendarActivities>({
  startToCloseTimeout: "10 minutes",
  // A worker that died is told from one that works.
  heartbeatTimeout: "15s",
  retry: { initialInterval: "1s", maximumInterval: "30s" },
});

const START: CalendarChangePlace = { after: "", filesDone: 0, moved: 0, failed: 0, pass: 1 };
/** How often a stopped change looks whether it was resumed, should the signal have been lost. */
const LOOK_EVERY = "1 minute";
/** A page of files is about a dozen events of history. */
const LONG_HISTORY_PAGES = 200;
/** What a file had begun to write with the calendar of before is written by then. */
const LAST_LOOK = "30s";
const LONGEST_PAUSE_SECONDS = 300;

export async function applyCalendarChange({ number, place = START }: CalendarChangeInput): Promise<void> {
  let looked = false;
  let pages = 0;
  let at = place;
  setHandler(lookSignal, () => {
    looked = true;
  });

  async function look(atMost: string | number): Promise<void> {
    await condition(() => looked, atMost);
    looked = false;
  }

  /** Goes through the files that are out of date. @returns false when it was stopped on the way. */
  async function pass(): Promise<boolean> {
    for (;;) {
      pages += 1;
      if (pages > LONG_HISTORY_PAGES || workflowInfo().continueAsNewSuggested) {
        await continueAsNew<typeof applyCalendarChange>({ number, place: at });
      }
      const { files, after, isLast } = await nextFiles({ number, after: at.after });
      if (files.length > 0) {
        const { filesDone, moved } = at;
        const { taken, failed, ...progress } = await recomputeFiles({ number, files, filesDone, moved });
        at = { ...at, ...progress, failed: at.failed + failed };
        if (taken < files.length) {
          at = { ...at, after: files[taken - 1] ?? at.after };
          return false;
        }
      }
      at = { ...at, after };
      if (isLast) return true;
    }
  }

  /** Passes until every file has answered. */
  async function passes(): Promise<boolean> {
    while (await pass()) {
      const { failed } = at;
      at = { ...at, after: "", failed: 0, pass: at.pass + 1 };
      if (failed === 0) return true;
      await look(Math.min(2 ** at.pass, LONGEST_PAUSE_SECONDS) * 1000);
    }
    return false;
  }

  for (;;) {
    // A change may be stopped for months, looking every minute.
    if (workflowInfo().continueAsNewSuggested) await continueAsNew<typeof applyCalendarChange>({ number, place: at });
    const state = await beginCalendarChange(number);
    if (state === "stopped") await look(LOOK_EVERY);
    else if (state === "done") break;
    else if (await passes()) {
      // What is planned for a day that stopped working leaves on another.
      await executeChild(REPLAN_WORKFLOW, {
        workflowId: `replan-change-${number}`,
        args: [{ change: number } satisfies Replan],
      });
      if ((await finishCalendarChange(number)) === "done") break;
    }
  }
  // A file that was being written while the change was saved may still have been counted with the calendar of before.
  await sleep(LAST_LOOK);
  await passes();
}

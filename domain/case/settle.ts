/** Due dates, computed where the calendar is: in the commit, never in the workflow's sandbox. */
import type { PlainDate } from "../plain-date.ts";
import type { CalendarOf } from "./calendars.ts";
import { dueDateOf, type TermInput } from "./due.ts";
import { applyDues, runsFromAnother } from "./moves.ts";
import type { Process } from "./process.ts";
import { latestOf, suspensionsOf, type CaseState, type DeadlineRecord, type DueDate } from "./state.ts";

/**
 * Computes the due date of every deadline that has none yet, or whose date is out of date, and writes them into the
 * state: first those that run from acts, then those that run from the last day of one of these.
 */
export function settleDues<Facts>(
  state: CaseState<Facts>,
  process: Pick<Process<Facts>, "applyReopened" | "noticeOn">,
  calendarOf: CalendarOf,
): { readonly dues: Record<string, DueDate>; readonly moved: string[] } {
  const noticeOn = process.noticeOn(state);
  const pass = (isNow: (deadline: DeadlineRecord) => boolean): [Record<string, DueDate>, string[]] => {
    const open = Object.values(state.deadlines).filter(
      (deadline) => isNow(deadline) && (deadline.due === undefined || deadline.stale !== undefined),
    );
    const dues = Object.fromEntries(
      open.map((deadline) => [deadline.id, dueDateOf(termInput(state, deadline, noticeOn), calendarOf)]),
    );
    return [dues, applyDues(state, dues, process)];
  };
  const [first, movedFirst] = pass((deadline) => !runsFromAnother(deadline));
  const [then, movedThen] = pass(runsFromAnother);
  return { dues: { ...first, ...then }, moved: [...movedFirst, ...movedThen] };
}

/** What a deadline of the state is computed from. */
export function termInput(state: CaseState, deadline: DeadlineRecord, noticeOn: PlainDate | undefined): TermInput {
  const { rule, basis, duty, formerDuty, from } = deadline;
  return {
    rule,
    basis,
    startsOn: latestOf(state, from),
    duty,
    formerDuty,
    noticeOn,
    suspensions: suspensionsOf(state, deadline),
  };
}

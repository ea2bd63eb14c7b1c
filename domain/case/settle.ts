/** Due dates, computed where the calendar is: in the commit, never in the workflow's sandbox. */
import type { PlainDate } from "../plain-date.ts";
import type { CalendarOf } from "./calendars.ts";
import { dueDateOf, type TermInput } from "./due.ts";
import { latestOf, suspensionsOf, type CaseState, type DeadlineRecord, type DueDate } from "./state.ts";

/** The due dates of every deadline of the state that has none yet, or whose date is out of date. */
export function computeDues(
  state: CaseState,
  calendarOf: CalendarOf,
  noticeOn: PlainDate | undefined,
): Record<string, DueDate> {
  const open = Object.values(state.deadlines).filter(({ due, stale }) => due === undefined || stale !== undefined);
  return Object.fromEntries(
    open.map((deadline) => [deadline.id, dueDateOf(termInput(state, deadline, noticeOn), calendarOf)]),
  );
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

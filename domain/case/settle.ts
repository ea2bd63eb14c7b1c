/** Due dates, computed where the calendar is: in the commit, never in the workflow's sandbox. */
import { addWorkingDays, unconfirmedYears, type WorkingCalendar } from "../calendar/working-calendar.ts";
import {
  calendarFor,
  computeDeadline,
  correspondenceEffect,
  delayReportDueOn,
  getDeadlineRule,
  LAW_VERSION,
  type ComputedDeadline,
} from "../law/index.ts";
import { institutionOfDuty, type Duty } from "../people/roles.ts";
import { addDays, maxDate, startOfDay, type PlainDate } from "../plain-date.ts";
import type { CalendarOf } from "./calendars.ts";
import { latestOf, type CaseState, type DeadlineRecord, type DueDate } from "./state.ts";

/**
 * Computes every deadline of the state that has no due date yet, or whose start was corrected, and writes it into the
 * state. @returns the due dates computed, by deadline.
 */
export function settleDeadlines(
  state: CaseState,
  calendarOf: CalendarOf,
  noticeOn: PlainDate | undefined,
): Record<string, DueDate> {
  const computed: Record<string, DueDate> = {};
  for (const deadline of Object.values(state.deadlines)) {
    if (deadline.due !== undefined) continue;
    const due = dueDate(state, deadline, calendarOf, noticeOn);
    deadline.due = due;
    computed[deadline.id] = due;
  }
  return computed;
}

function dueDate(
  state: CaseState,
  deadline: DeadlineRecord,
  calendarOf: CalendarOf,
  noticeOn: PlainDate | undefined,
): DueDate {
  const startsOn = latestOf(state, deadline.from);
  const { rule, duty, formerDuty } = deadline;
  if (deadline.basis === "delay-report") return delayReportDue(startsOn, calendarOf(institutionOfDuty(duty)));
  const termOf = (owedBy: Duty): ComputedDeadline =>
    computeDeadline(rule, startsOn, calendarOf(institutionOfDuty(owedBy)), { duty: owedBy });
  const own = termOf(duty);
  const former = formerDuty === undefined ? own : termOf(formerDuty);
  // When a duty passed from one side to the other, the later due date holds (decision 7).
  const holding = former.dueOn > own.dueOn ? former : own;
  const { dueOn, practicalDueOn, passesAt, calendarVersion, calendarNumber, provisionalYears, lawVersion } = holding;
  const effectOn =
    rule === "MOH-42"
      ? effectOfCorrespondence(duty, { approvedOn: startsOn, dueOn, noticeOn }, calendarOf(institutionOfDuty(duty)))
      : own.effectOn;
  return {
    startsOn,
    dueOn,
    ...(practicalDueOn === undefined ? {} : { practicalDueOn }),
    ...(effectOn === undefined ? {} : { effectOn }),
    passesAt,
    calendarVersion,
    calendarNumber,
    ...(provisionalYears === undefined ? {} : { provisionalYears }),
    lawVersion,
  };
}

/** The report on a delay is owed on the 23rd working day itself (decision 8). */
function delayReportDue(startsOn: PlainDate, calendar: WorkingCalendar): DueDate {
  const dueOn = delayReportDueOn(startsOn, calendar);
  const provisionalYears = unconfirmedYears(calendar, startsOn, dueOn);
  return {
    startsOn,
    dueOn,
    passesAt: endOf(dueOn),
    calendarVersion: calendar.version,
    calendarNumber: calendar.number,
    ...(provisionalYears.length === 0 ? {} : { provisionalYears }),
    lawVersion: LAW_VERSION,
  };
}

/** Nothing counts against a DSP that corresponds itself; against the patient side only after the notice (A1, A5, decision 6). */
function effectOfCorrespondence(
  duty: Duty,
  { approvedOn, dueOn, noticeOn }: { approvedOn: PlainDate; dueOn: PlainDate; noticeOn: PlainDate | undefined },
  calendar: WorkingCalendar,
): PlainDate | undefined {
  if (duty !== "PATIENT_SIDE" || noticeOn === undefined) return undefined;
  const { dueByNoticeOn = dueOn } = correspondenceEffect(approvedOn, noticeOn, calendar);
  const rule = getDeadlineRule("MOH-42", approvedOn);
  return addWorkingDays(calendarFor(rule, calendar, { duty }), maxDate(dueOn, dueByNoticeOn), 1);
}

/** The instant at which a day is over in Bucharest. */
function endOf(date: PlainDate): string {
  return startOfDay(addDays(date, 1)).toISOString();
}

/** Due dates, computed where the calendar is: in the commit, never in the workflow's sandbox. */
import type { WorkingCalendar } from "../calendar/working-calendar.ts";
import { computeDeadline, correspondenceEffect, delayReportDueOn, LAW_VERSION } from "../law/index.ts";
import { institutionOfDuty, type Duty, type InstitutionKind } from "../people/roles.ts";
import { addDays, maxDate, startOfDay, type PlainDate } from "../plain-date.ts";
import { latestOf, type CaseState, type DeadlineRecord, type DueDate } from "./state.ts";

/** The calendar of an institution of the case, its declared days included. */
export type CalendarOf = (institution: InstitutionKind) => WorkingCalendar;

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
  const calendar = calendarOf(institutionOfDuty(deadline.duty));
  if (deadline.basis === "delay-report") return delayReportDue(startsOn, calendar);
  const { dueOn, practicalDueOn, passesAt, calendarVersion, lawVersion, effectOn } = computeDeadline(
    deadline.rule,
    startsOn,
    calendar,
    { duty: deadline.duty },
  );
  const effect =
    deadline.rule === "MOH-42" ? effectOfCorrespondence(deadline.duty, startsOn, noticeOn, calendar) : effectOn;
  const due: DueDate = {
    startsOn,
    dueOn,
    ...(practicalDueOn === undefined ? {} : { practicalDueOn }),
    ...(effect === undefined ? {} : { effectOn: effect }),
    passesAt,
    calendarVersion,
    lawVersion,
  };
  return deadline.atLeast === undefined ? due : notEarlierThan(due, deadline.atLeast);
}

/** The report on a delay is owed on the 23rd working day itself (decision 8). */
function delayReportDue(startsOn: PlainDate, calendar: WorkingCalendar): DueDate {
  const dueOn = delayReportDueOn(startsOn, calendar);
  return {
    startsOn,
    dueOn,
    passesAt: endOf(dueOn),
    calendarVersion: calendar.version,
    lawVersion: LAW_VERSION,
  };
}

/** Nothing counts against a DSP that corresponds itself; against the patient side only after the notice (A1, A5). */
function effectOfCorrespondence(
  duty: Duty,
  approvedOn: PlainDate,
  noticeOn: PlainDate | undefined,
  calendar: WorkingCalendar,
): PlainDate | undefined {
  return duty === "PATIENT_SIDE" ? correspondenceEffect(approvedOn, noticeOn, calendar).effectOn : undefined;
}

/** When a duty passed from one side to the other, the later due date holds (decision 7). */
function notEarlierThan(due: DueDate, earlier: PlainDate): DueDate {
  const dueOn = maxDate(due.dueOn, earlier);
  return dueOn === due.dueOn ? due : { ...due, dueOn, passesAt: endOf(dueOn) };
}

/** The instant at which a day is over in Bucharest. */
function endOf(date: PlainDate): string {
  return startOfDay(addDays(date, 1)).toISOString();
}

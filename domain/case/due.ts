/** The due date of one deadline: one function for the commit, the simulation of a calendar and the explanation. */
import { unconfirmedYears, type WorkingCalendar } from "../calendar/working-calendar.ts";
import {
  addOver,
  calendarFor,
  computeDeadline,
  computeDelayReport,
  correspondenceEffect,
  getDeadlineRule,
  type ComputedDeadline,
  type DeadlineRuleId,
} from "../law/index.ts";
import type { Suspension } from "../law/suspensions.ts";
import { institutionOfDuty, type Duty } from "../people/roles.ts";
import { maxDate, type PlainDate } from "../plain-date.ts";
import type { CalendarOf } from "./calendars.ts";
import type { DeadlineBasis } from "./events.ts";
import type { DueDate } from "./state.ts";

/** All that a due date follows from beside the calendar and the law. */
export interface TermInput {
  readonly rule: DeadlineRuleId;
  readonly basis: DeadlineBasis;
  readonly startsOn: PlainDate;
  readonly duty: Duty;
  /** Who owed it before the duty passed: the later of both due dates holds (decision 7). */
  readonly formerDuty?: Duty | undefined;
  /** The day on which the patient was told of the decision: the effect of MOH-42 counts from it too (A5). */
  readonly noticeOn?: PlainDate | undefined;
  /** When the term did not run. */
  readonly suspensions: readonly Suspension[];
}

/** @throws CalendarRangeError when a date falls outside the calendar. */
export function dueDateOf(input: TermInput, calendarOf: CalendarOf): DueDate {
  const { rule, basis, startsOn, duty, formerDuty, suspensions: suspended } = input;
  const compute = basis === "delay-report" ? computeDelayReport : computeDeadline;
  const termOf = (owedBy: Duty): ComputedDeadline =>
    compute(rule, startsOn, calendarOf(institutionOfDuty(owedBy)), { duty: owedBy, suspended });
  const own = termOf(duty);
  const former = formerDuty === undefined ? own : termOf(formerDuty);
  // When a duty passed from one side to the other, the later due date holds (decision 7).
  const holding = former.dueOn > own.dueOn ? former : own;
  const { dueOn, practicalDueOn, passesAt, calendarVersion, calendarNumber, lawVersion } = holding;
  const calendar = calendarOf(institutionOfDuty(duty));
  const effectOn = rule === "MOH-42" ? effectOfCorrespondence(input, dueOn, calendar) : own.effectOn;
  const untilDue = holding.provisionalYears ?? [];
  const untilEffect = effectOn === undefined ? [] : unconfirmedYears(calendar, startsOn, effectOn);
  const provisionalYears = untilEffect.length > untilDue.length ? untilEffect : untilDue;
  return {
    startsOn,
    dueOn,
    ...(practicalDueOn === undefined ? {} : { practicalDueOn }),
    ...(effectOn === undefined ? {} : { effectOn }),
    passesAt,
    calendarVersion,
    calendarNumber,
    ...(provisionalYears.length === 0 ? {} : { provisionalYears }),
    lawVersion,
  };
}

/** Nothing counts against a DSP that corresponds itself; against the patient side only after the notice (A1, A5, decision 6). */
function effectOfCorrespondence(
  { startsOn: approvedOn, duty, noticeOn, suspensions: suspended }: TermInput,
  dueOn: PlainDate,
  calendar: WorkingCalendar,
): PlainDate | undefined {
  if (duty !== "PATIENT_SIDE" || noticeOn === undefined) return undefined;
  const { dueByNoticeOn = dueOn } = correspondenceEffect(approvedOn, noticeOn, calendar, { suspended });
  const rule = getDeadlineRule("MOH-42", approvedOn);
  return addOver(calendarFor(rule, calendar, { duty }), maxDate(dueOn, dueByNoticeOn), 1, suspended);
}

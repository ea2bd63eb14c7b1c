import {
  addWorkingDays,
  CalendarRangeError,
  InvalidTermError,
  isWorkingDay,
  nextWorkingDay,
  withoutDeclaredDays,
  type WorkingCalendar,
} from "../calendar/working-calendar.ts";
import {
  addDays,
  addMonths,
  addYears,
  bucharestDate,
  maxDate,
  startOfDay,
  yearOf,
  type PlainDate,
} from "../plain-date.ts";
import type { CountingMode, DeadlineTerm, Duty } from "./rule.ts";
import { getDeadlineRule, LAW_VERSION, type RuleId } from "./rules.ts";
import { isPublicInstitution } from "./terms.ts";

const MS_PER_HOUR = 3_600_000;

export interface DeadlineOptions {
  /** The moment from which a term in hours runs, when it is known; otherwise it ends with the last day (decision 4). */
  readonly startsAtInstant?: Date | undefined;
  /** Who owes the act in this case, when it is not the rule's first: the DSP for MOH-42. Default: the rule's duty. */
  readonly duty?: Duty | undefined;
  /** The setting of decision 7 for this rule, when an institution chose otherwise. Default: by who owes the act. */
  readonly interruptedByDeclaredDays?: boolean | undefined;
}

/** A term computed as data, without a name: the dates on which it is due and passes. */
export interface ComputedTerm {
  readonly startsOn: PlainDate;
  /** The strict due date: the term ends at the end of this day, or on it at a given moment for hours. */
  readonly dueOn: PlainDate;
  /** The next working day, when a term not in working days ends on one that is not (MOH-A2, MOH-A9, decision 4). Done by its end is met. */
  readonly practicalDueOn?: PlainDate;
  /**
   * For terms whose lapse counts against the patient side: one working day after the due date (MOH-A1, decision 6).
   * Until the end of this day nothing may be held against the patient. For MOH-42 see also `correspondenceEffect`.
   */
  readonly effectOn?: PlainDate;
  /** ISO instant from which the term counts as passed. */
  readonly passesAt: string;
  readonly mode: CountingMode;
  readonly duty: Duty;
  readonly calendarVersion: string;
}

export interface ComputedDeadline extends ComputedTerm {
  readonly rule: RuleId;
  readonly lawVersion: string;
}

/**
 * The due date of a rule's term that starts on a legal date; the day itself never counts.
 *
 * The version of the rule is the one in force on `startsOn`. Pass the calendar of whoever owes the act; its declared
 * days are left out of account for rules that they do not interrupt (decision 7).
 * @throws RuleError for a rule that is unknown, not in force or without a term.
 * @throws CalendarRangeError when a date falls outside the calendar.
 * @throws RangeError when `startsAtInstant` is not on `startsOn` in Bucharest.
 */
export function computeDeadline(
  rule: RuleId,
  startsOn: PlainDate,
  calendar: WorkingCalendar,
  options: DeadlineOptions = {},
): ComputedDeadline {
  const { deadline } = getDeadlineRule(rule, startsOn);
  return { rule, ...computeTerm(deadline, startsOn, calendar, options), lawVersion: LAW_VERSION };
}

/** As `computeDeadline`, for a term given as data in any counting mode. @throws InvalidTermError unless its value is whole and at least 1. */
export function computeTerm(
  term: DeadlineTerm,
  startsOn: PlainDate,
  calendar: WorkingCalendar,
  options: DeadlineOptions = {},
): ComputedTerm {
  const own = calendarFor(term, calendar, options);
  const duty = options.duty ?? term.duty;
  const end = endOfTerm(term, startsOn, own, options.startsAtInstant);
  const rolls = term.rollsForward === true && !isWorkingDay(own, end.dueOn);
  const practicalDueOn = rolls ? nextWorkingDay(own, end.dueOn) : undefined;
  const lastDay = practicalDueOn ?? end.dueOn;
  const effectOn = hasEffect(term, duty) ? addWorkingDays(own, lastDay, 1) : undefined;
  return {
    startsOn,
    dueOn: end.dueOn,
    ...(practicalDueOn && { practicalDueOn }),
    ...(effectOn && { effectOn }),
    passesAt: passes(term, own, lastDay, rolls ? undefined : end.at).toISOString(),
    mode: term.mode,
    duty,
    calendarVersion: own.version,
  };
}

/** The calendar by which a term is counted: with its declared days or without (decision 7). */
export function calendarFor(
  term: DeadlineTerm,
  calendar: WorkingCalendar,
  { duty, interruptedByDeclaredDays }: DeadlineOptions = {},
): WorkingCalendar {
  const byDuty = duty === undefined ? term.interruptedByDeclaredDays : isPublicInstitution(duty);
  return (interruptedByDeclaredDays ?? byDuty) ? calendar : withoutDeclaredDays(calendar);
}

/** The day on which the DSP owes the delay report: working day 23, the first after the term of MOH-73 (MOH-A11, decision 8). */
export function delayReportDueOn(startsOn: PlainDate, calendar: WorkingCalendar): PlainDate {
  const { deadline } = getDeadlineRule("MOH-73", startsOn);
  const own = calendarFor(deadline, calendar);
  return addWorkingDays(own, computeTerm(deadline, startsOn, own).dueOn, 1);
}

export interface CorrespondenceEffect {
  /** Approval + 7 working days: the strict due date of MOH-42. */
  readonly dueOn: PlainDate;
  /** Notice + 7 working days; absent until the patient is notified. */
  readonly dueByNoticeOn?: PlainDate;
  /** One working day after the later of the two; absent until the patient is notified, for nobody can miss a term not yet known. */
  readonly effectOn?: PlainDate;
}

/**
 * From when the lapse of MOH-42 may count against a patient side that corresponds itself: the later of approval + 7
 * and notice + 7 working days (MOH-A5), then one working day more (MOH-A1, decision 6).
 */
export function correspondenceEffect(
  approvedOn: PlainDate,
  noticeOn: PlainDate | undefined,
  calendar: WorkingCalendar,
): CorrespondenceEffect {
  const { dueOn } = computeDeadline("MOH-42", approvedOn, calendar);
  if (noticeOn === undefined) return { dueOn };
  const { deadline } = getDeadlineRule("MOH-42", approvedOn);
  const own = calendarFor(deadline, calendar);
  const dueByNoticeOn = computeTerm(deadline, noticeOn, calendar).dueOn;
  return { dueOn, dueByNoticeOn, effectOn: addWorkingDays(own, maxDate(dueOn, dueByNoticeOn), 1) };
}

interface TermEnd {
  readonly dueOn: PlainDate;
  /** The moment at which it ends, when the term runs on the clock from a known moment. */
  readonly at?: Date;
}

function endOfTerm(
  term: DeadlineTerm,
  startsOn: PlainDate,
  calendar: WorkingCalendar,
  startsAtInstant: Date | undefined,
): TermEnd {
  const { value, mode } = term;
  if (!Number.isInteger(value) || value < 1) throw new InvalidTermError(value);
  requireInTable(calendar, startsOn);
  switch (mode) {
    case "working-days":
      return { dueOn: addWorkingDays(calendar, startsOn, value) };
    case "free-days":
      // Neither the first day nor the last counts, so the act may still be done on the day after the n-th.
      return {
        dueOn:
          term.unit === "working_days" ? addWorkingDays(calendar, startsOn, value + 1) : addDays(startsOn, value + 1),
      };
    case "calendar-days":
      return { dueOn: addDays(startsOn, value) };
    case "hours":
      return endOfHours(value, startsOn, startsAtInstant);
    case "months":
      return { dueOn: addMonths(startsOn, value) };
    case "years":
      return { dueOn: addYears(startsOn, value) };
  }
}

/** With only a date, the clock is taken to start at its last moment, which is the kindest reading (decision 4). */
function endOfHours(hours: number, startsOn: PlainDate, startsAtInstant: Date | undefined): TermEnd {
  if (!startsAtInstant) return { dueOn: addDays(startsOn, Math.ceil(hours / 24)) };
  if (bucharestDate(startsAtInstant) !== startsOn) {
    throw new RangeError(`${startsAtInstant.toISOString()} is not on ${startsOn} in Bucharest`);
  }
  const at = new Date(startsAtInstant.getTime() + hours * MS_PER_HOUR);
  return { dueOn: bucharestDate(at.getTime() - 1), at }; // midnight ends a day
}

function passes(term: DeadlineTerm, calendar: WorkingCalendar, lastDay: PlainDate, at: Date | undefined): Date {
  if (at) return at;
  const next = addDays(lastDay, 1);
  switch (term.passesAt) {
    case "end-of-due-day":
      return startOfDay(next);
    case "start-of-next-working-day":
      return startOfDay(nextWorkingDay(calendar, next));
  }
}

/** An act that a public institution owes has no effect against the patient side when it is late. */
function hasEffect(term: DeadlineTerm, duty: Duty): boolean {
  return term.againstPatient === true && !isPublicInstitution(duty);
}

/** Terms in calendar days need no table to be added, but a year without known holidays is never answered silently. */
function requireInTable(calendar: WorkingCalendar, date: PlainDate): void {
  const year = yearOf(date);
  if (year < calendar.firstYear || year > calendar.lastYear) {
    throw new CalendarRangeError(calendar.firstYear, calendar.lastYear, date);
  }
}

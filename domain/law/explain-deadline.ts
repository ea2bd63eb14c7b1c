import { isWorkingDay, whyNotCounted, type DayReason, type WorkingCalendar } from "../calendar/working-calendar.ts";
import { addDays, type PlainDate } from "../plain-date.ts";
import {
  calendarFor,
  computeDeadline,
  computeTerm,
  lastDayBeforeRolling,
  type ComputedDeadline,
  type ComputedTerm,
  type DeadlineOptions,
  type TermOptions,
} from "./compute-deadline.ts";
import type { Term } from "./rule.ts";
import { getDeadlineRule, type RuleId } from "./rules.ts";
import { isSuspended, type Suspension } from "./suspensions.ts";

/** Why a day is or is not counted: the calendar's reasons, and those of the term itself. */
export interface WorkingDayReason extends Omit<DayReason, "kind"> {
  readonly kind: DayReason["kind"] | "start-day" | "last-day" | "rolled-to" | "suspended" | "runs";
  /** Of a last day that does not count and is not working either: why it passes to the next. */
  readonly notWorking?: DayReason;
}

/** One line of the day-by-day working that a person can print and check. */
export interface WorkingDay {
  readonly date: PlainDate;
  readonly counted: boolean;
  /** Which day of the term it is, from 1; present when it is counted and the term is one in days or hours. */
  readonly number?: number;
  /**
   * Present when the day is not counted, when it is a recovery day, when it is a last day that is not working, and on
   * the days over which a term in months or years runs: there no day is counted by itself.
   */
  readonly reason?: WorkingDayReason;
}

export interface ExplainedDeadline extends ComputedDeadline {
  /** The start day, not counted, then each day to the due day, and on to the practical due day when there is one. */
  readonly days: readonly WorkingDay[];
}

export interface ExplainedTerm extends ComputedTerm {
  /** As in `ExplainedDeadline`. */
  readonly days: readonly WorkingDay[];
}

/** `computeDeadline` with its working, day by day. Throws as that does. */
export function explainDeadline(
  rule: RuleId,
  startsOn: PlainDate,
  calendar: WorkingCalendar,
  options: DeadlineOptions = {},
): ExplainedDeadline {
  const computed = computeDeadline(rule, startsOn, calendar, options);
  const version = getDeadlineRule(rule, startsOn);
  const own = calendarFor(version, calendar, options);
  return { ...computed, days: explainTerm(version.deadline, computed, own, options.suspended) };
}

/** The days of a term already computed, by the calendar that counted it. */
export function explainTerm(
  term: Term,
  computed: Pick<ComputedTerm, "startsOn" | "dueOn" | "practicalDueOn">,
  calendar: WorkingCalendar,
  suspended: readonly Suspension[] = [],
): WorkingDay[] {
  const { startsOn, dueOn, practicalDueOn } = computed;
  const own = { calendar, suspended };
  const rolled = practicalDueOn ? rolledDays(dueOn, practicalDueOn, own) : [];
  return [startDay(startsOn), ...termDays(term, startsOn, dueOn, own), ...rolled];
}

/** `computeTerm` with its working, day by day. Throws as that does. */
export function explainBareTerm(
  term: Term,
  startsOn: PlainDate,
  calendar: WorkingCalendar,
  options: TermOptions = {},
): ExplainedTerm {
  const computed = computeTerm(term, startsOn, calendar, options);
  return { ...computed, days: explainTerm(term, computed, calendar, options.suspended) };
}

/** By what the days of a term are told apart. */
interface Counting {
  readonly calendar: WorkingCalendar;
  readonly suspended: readonly Suspension[];
}

function termDays(term: Term, startsOn: PlainDate, dueOn: PlainDate, own: Counting): WorkingDay[] {
  const { mode, unit } = term;
  switch (mode) {
    case "working-days":
      return workingDaysTo(startsOn, dueOn, own);
    case "free-days": {
      const last = lastDayBeforeRolling(term, startsOn, own.calendar, own.suspended);
      const before = addDays(last, -1);
      const counted =
        unit === "working_days" ? workingDaysTo(startsOn, before, own) : calendarDaysTo(startsOn, before, own);
      const rolled = last === dueOn ? [] : rolledDays(last, dueOn, own);
      return [...counted, lastDay(last, own), ...rolled];
    }
    case "calendar-days":
    case "hours":
      return calendarDaysTo(startsOn, dueOn, own).map((day) =>
        day.date === dueOn && day.counted ? { ...day, ...reasonOf(dueOn, own) } : day,
      );
    case "months":
    case "years":
      return datesAfter(startsOn, dueOn).map((date) =>
        isSuspended(date, own.suspended)
          ? suspendedDay(date)
          : { date, counted: true, reason: { kind: "runs" }, ...(date === dueOn ? reasonOf(date, own) : {}) },
      );
  }
}

function calendarDaysTo(startsOn: PlainDate, dueOn: PlainDate, own: Counting): WorkingDay[] {
  return numbered(
    startsOn,
    dueOn,
    own,
    () => true,
    () => ({}),
  );
}

function workingDaysTo(startsOn: PlainDate, dueOn: PlainDate, own: Counting): WorkingDay[] {
  return numbered(
    startsOn,
    dueOn,
    own,
    (date) => isWorkingDay(own.calendar, date),
    (date) => reasonOf(date, own),
  );
}

function numbered(
  startsOn: PlainDate,
  dueOn: PlainDate,
  { suspended }: Counting,
  counts: (date: PlainDate) => boolean,
  reason: (date: PlainDate) => Pick<WorkingDay, "reason">,
): WorkingDay[] {
  let number = 0;
  return datesAfter(startsOn, dueOn).map((date) => {
    if (isSuspended(date, suspended)) return suspendedDay(date);
    if (!counts(date)) return { date, counted: false, ...reason(date) };
    number += 1;
    return { date, counted: true, number, ...reason(date) };
  });
}

/** The last of free days; one that is not working says why it rolls. */
function lastDay(date: PlainDate, own: Counting): WorkingDay {
  if (isSuspended(date, own.suspended)) return suspendedDay(date);
  const { reason: notWorking } = isWorkingDay(own.calendar, date) ? {} : reasonOf(date, own);
  return { date, counted: false, reason: { kind: "last-day", ...(notWorking === undefined ? {} : { notWorking }) } };
}

/** The days over which a term passes to the next working day, which the law adds and does not count. */
function rolledDays(dueOn: PlainDate, practicalDueOn: PlainDate, own: Counting): WorkingDay[] {
  return datesAfter(dueOn, practicalDueOn).map((date) => {
    if (date === practicalDueOn) return { date, counted: false, reason: { kind: "rolled-to" } };
    return isSuspended(date, own.suspended) ? suspendedDay(date) : { date, counted: false, ...reasonOf(date, own) };
  });
}

function suspendedDay(date: PlainDate): WorkingDay {
  return { date, counted: false, reason: { kind: "suspended" } };
}

function startDay(date: PlainDate): WorkingDay {
  return { date, counted: false, reason: { kind: "start-day" } };
}

function reasonOf(date: PlainDate, { calendar }: Counting): { readonly reason?: DayReason } {
  const reason = whyNotCounted(calendar, date);
  return reason ? { reason } : {};
}

/** The dates in (after, upTo]. */
function datesAfter(after: PlainDate, upTo: PlainDate): PlainDate[] {
  const dates: PlainDate[] = [];
  for (let date = addDays(after, 1); date <= upTo; date = addDays(date, 1)) dates.push(date);
  return dates;
}

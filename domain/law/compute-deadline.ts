import {
  addWorkingDays,
  CalendarRangeError,
  countWorkingDays,
  InvalidTermError,
  isWorkingDay,
  unconfirmedYears,
  withoutDeclaredDays,
  type WorkingCalendar,
} from "../calendar/working-calendar.ts";
import {
  addDays,
  addMonths,
  addYears,
  bucharestDate,
  dayNumber,
  maxDate,
  startOfDay,
  yearOf,
  type PlainDate,
} from "../plain-date.ts";
import { getReading, type ReadingId } from "./readings.ts";
import type { CountingMode, DeadlineTerm, Duty, LocalText, Term } from "./rule.ts";
import { getDeadlineRule, type DeadlineRule, type RuleId } from "./rules.ts";
import { endOver, isSuspended, pausesAfter, type Pause, type Suspension } from "./suspensions.ts";
import { isPublicInstitution } from "./terms.ts";

const MS_PER_HOUR = 3_600_000;
const DECISION_7 = groundIn("DEC-7");
const ADVICE = groundIn("E112-A5");

export interface TermOptions {
  /** The moment from which a term in hours runs, when it is known; otherwise it ends with the last day (decision 4). */
  readonly startsAtInstant?: Date | undefined;
  /** When the term did not run (DEC-21). While the last one has not ended, the dates are the earliest that can be. */
  readonly suspended?: readonly Suspension[] | undefined;
}

export interface DeadlineOptions extends TermOptions {
  /** Who owes the act in this case, when it is not the rule's first: the DSP for MOH-42. Default: the rule's duty. */
  readonly duty?: Duty | undefined;
}

/** A term computed as data, without a name: the dates on which it is due and passes. */
export interface ComputedTerm {
  readonly startsOn: PlainDate;
  /**
   * The strict due date: the term ends at the end of this day, or on it at a given moment for hours. Of a term in free
   * days it is a working day: the last day itself rolls forward.
   */
  readonly dueOn: PlainDate;
  /**
   * The next working day, when a term in calendar days, hours, months or years ends on one that is not (MOH-A2, MOH-A9,
   * decision 4). Done by its end is met.
   */
  readonly practicalDueOn?: PlainDate;
  /** ISO instant from which the term counts as passed. */
  readonly passesAt: string;
  readonly mode: CountingMode;
  readonly calendarVersion: string;
  /** The change of the calendar with which it was computed. */
  readonly calendarNumber: number;
  /** Years that it runs through whose days are not confirmed: its dates may still change. Absent when there are none. */
  readonly provisionalYears?: readonly number[];
}

export interface ComputedDeadline extends ComputedTerm {
  readonly rule: RuleId;
  readonly duty: Duty;
  /**
   * For terms whose lapse counts against the patient side: one working day after the due date (MOH-A1, decision 6).
   * Until the end of this day nothing may be held against the patient. For MOH-42 see also `correspondenceEffect`.
   */
  readonly effectOn?: PlainDate;
  /** Names the version of the rule. */
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
  return compute(getDeadlineRule(rule, startsOn), startsOn, calendar, options);
}

function compute(
  rule: DeadlineRule,
  startsOn: PlainDate,
  calendar: WorkingCalendar,
  options: DeadlineOptions,
): ComputedDeadline {
  const { id, deadline, version } = rule;
  const own = calendarFor(rule, calendar, options);
  const computed = computeTerm(deadline, startsOn, own, options);
  const { duty = deadline.duty, suspended } = options;
  const lastDay = computed.practicalDueOn ?? computed.dueOn;
  const effectOn = hasEffect(deadline, duty) ? addOver(own, lastDay, 1, suspended) : undefined;
  return {
    rule: id,
    ...computed,
    ...(effectOn && { effectOn, ...provisional(own, startsOn, effectOn) }),
    duty,
    lawVersion: version,
  };
}

/**
 * The dates of a term given as data, in any counting mode, by the calendar that counts it.
 * @throws InvalidTermError unless its value is whole and at least 1. Otherwise as `computeDeadline`.
 */
export function computeTerm(
  term: Term,
  startsOn: PlainDate,
  calendar: WorkingCalendar,
  { startsAtInstant, suspended = [] }: TermOptions = {},
): ComputedTerm {
  const end = endOfTerm(term, startsOn, { calendar, suspended, startsAtInstant });
  const rolls = term.rollsForward === true && !isWorkingDay(calendar, end.dueOn);
  const lastDay = rolls ? nextDay(calendar, end.dueOn, suspended) : end.dueOn;
  const dueOn = term.mode === "free-days" ? lastDay : end.dueOn;
  const practicalDueOn = lastDay === dueOn ? undefined : lastDay;
  const lastGoodDay = lastDayToAct(term, lastDay, (date) => nextDay(calendar, date, suspended));
  const passesAt = (rolls ? undefined : end.at) ?? startOfDay(addDays(lastGoodDay, 1));
  return {
    startsOn,
    dueOn,
    ...(practicalDueOn && { practicalDueOn }),
    passesAt: passesAt.toISOString(),
    mode: term.mode,
    calendarVersion: calendar.version,
    calendarNumber: calendar.number,
    ...(followsWorkingDays(term) ? provisional(calendar, startsOn, lastGoodDay) : {}),
  };
}

/** The last day before it rolls to a working day: that of which the explanation says why it rolled. */
export function lastDayBeforeRolling(
  term: Term,
  startsOn: PlainDate,
  calendar: WorkingCalendar,
  suspended: readonly Suspension[] = [],
): PlainDate {
  return endOfTerm(term, startsOn, { calendar, suspended, startsAtInstant: undefined }).dueOn;
}

/** The calendar by which a rule's term is counted: with its declared days or without (decision 7). */
export function calendarFor(
  rule: Pick<DeadlineRule, "id" | "deadline">,
  calendar: WorkingCalendar,
  { duty }: Pick<DeadlineOptions, "duty"> = {},
): WorkingCalendar {
  return interruptionOf(rule, calendar, duty).interrupted ? calendar : withoutDeclaredDays(calendar);
}

/**
 * Whether declared days off interrupt a rule's term, and why: as the calendar's owner settled it, otherwise by who owes
 * the act. Nothing interrupts advice, and nobody settles it.
 */
export function interruptionOf(
  { id, deadline }: Pick<DeadlineRule, "id" | "deadline">,
  { interruptions }: Pick<WorkingCalendar, "interruptions">,
  duty?: Duty,
): { readonly interrupted: boolean; readonly citation: LocalText } {
  if (deadline.advisory === true) return { interrupted: false, citation: ADVICE };
  const settled = interruptions.get(id);
  if (settled !== undefined) {
    const { interrupted, citation } = settled;
    return { interrupted, citation: { ro: citation, en: citation } };
  }
  const interrupted = duty === undefined ? deadline.interruptedByDeclaredDays : isPublicInstitution(duty);
  return { interrupted, citation: DECISION_7 };
}

function groundIn(id: ReadingId): LocalText {
  const { ro, en } = getReading(id).text;
  return { ro: `${id}. ${ro}`, en: `${id}. ${en}` };
}

/** Whether its dates may be others when it is known which days are worked: not those of advice. */
function followsWorkingDays({ mode, rollsForward = false }: Term): boolean {
  return mode === "working-days" || mode === "free-days" || rollsForward;
}

function provisional(
  calendar: WorkingCalendar,
  startsOn: PlainDate,
  lastDay: PlainDate,
): Pick<ComputedTerm, "provisionalYears"> {
  const provisionalYears = unconfirmedYears(calendar, startsOn, lastDay);
  return provisionalYears.length > 0 ? { provisionalYears } : {};
}

/** The last day on which the term has not passed. */
function lastDayToAct({ passesAt }: Term, lastDay: PlainDate, nextWorking: (date: PlainDate) => PlainDate): PlainDate {
  switch (passesAt) {
    case "end-of-due-day":
      return lastDay;
    case "start-of-next-working-day":
      return addDays(nextWorking(addDays(lastDay, 1)), -1);
  }
}

/**
 * The delay report is owed on working day 23 itself, the first after the term of MOH-73, and passes with it (MOH-A11,
 * decision 8). As `computeDeadline` otherwise.
 */
export function computeDelayReport(
  rule: RuleId,
  startsOn: PlainDate,
  calendar: WorkingCalendar,
  options: DeadlineOptions = {},
): ComputedDeadline {
  const watch = getDeadlineRule(rule, startsOn);
  const { value } = watch.deadline;
  const deadline: DeadlineTerm = { ...watch.deadline, value: value + 1, passesAt: "end-of-due-day" };
  return compute({ ...watch, deadline }, startsOn, calendar, options);
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
  options: Pick<DeadlineOptions, "suspended"> = {},
): CorrespondenceEffect {
  const { dueOn } = computeDeadline("MOH-42", approvedOn, calendar, options);
  if (noticeOn === undefined) return { dueOn };
  const rule = getDeadlineRule("MOH-42", approvedOn);
  const own = calendarFor(rule, calendar);
  const { suspended = [] } = options;
  const dueByNoticeOn = addOver(own, noticeOn, rule.deadline.value, suspended);
  return { dueOn, dueByNoticeOn, effectOn: addOver(own, maxDate(dueOn, dueByNoticeOn), 1, suspended) };
}

/** So many working days after a day, over the suspensions. */
export function addOver(
  calendar: WorkingCalendar,
  from: PlainDate,
  days: number,
  suspended: readonly Suspension[] = [],
): PlainDate {
  return endOver(
    pausesAfter(from, suspended),
    (more) => addWorkingDays(calendar, from, days + more),
    (pause) => countWorkingDays(calendar, addDays(pause.from, -1), addDays(pause.until, -1)),
  );
}

/** The date itself when it works and the term runs, otherwise the next day on which both are so. */
function nextDay(calendar: WorkingCalendar, onOrAfter: PlainDate, suspended: readonly Suspension[]): PlainDate {
  const pauses = pausesAfter(addDays(onOrAfter, -1), suspended);
  return isWorkingDay(calendar, onOrAfter) && !isSuspended(onOrAfter, pauses)
    ? onOrAfter
    : addOver(calendar, onOrAfter, 1, suspended);
}

interface TermEnd {
  readonly dueOn: PlainDate;
  /** The moment at which it ends, when the term runs on the clock from a known moment. */
  readonly at?: Date;
}

interface Counting {
  readonly calendar: WorkingCalendar;
  readonly suspended: readonly Suspension[];
  readonly startsAtInstant: Date | undefined;
}

function endOfTerm(term: Term, startsOn: PlainDate, counting: Counting): TermEnd {
  const { value, mode, unit } = term;
  const { calendar, suspended, startsAtInstant } = counting;
  if (!Number.isInteger(value) || value < 1) throw new InvalidTermError(value);
  requireInTable(calendar, startsOn);
  const pauses = pausesAfter(startsOn, suspended);
  const inWorkingDays = (days: number): TermEnd => ({ dueOn: addOver(calendar, startsOn, days, suspended) });
  const after = (end: PlainDate): TermEnd => ({ dueOn: endOver(pauses, (more) => addDays(end, more), daysIn) });
  switch (mode) {
    case "working-days":
      return inWorkingDays(value);
    case "free-days":
      // Neither the first day nor the last counts, so the act may still be done on the day after the n-th.
      return unit === "working_days" ? inWorkingDays(value + 1) : after(addDays(startsOn, value + 1));
    case "calendar-days":
      return after(addDays(startsOn, value));
    case "hours":
      // With only a date, the clock is taken to start at its last moment, which is the kindest reading (decision 4).
      return startsAtInstant === undefined
        ? after(addDays(startsOn, Math.ceil(value / 24)))
        : endOfHours(value, startsOn, startsAtInstant, pausesAfter(addDays(startsOn, -1), suspended));
    case "months":
      return after(addMonths(startsOn, value));
    case "years":
      return after(addYears(startsOn, value));
  }
}

/** Calendar days of a pause. */
function daysIn({ from, until }: Pause): number {
  return dayNumber(until) - dayNumber(from);
}

/** Hours run on the clock, and stand still from the first moment of a pause's first day to that of the day that ends it. */
function endOfHours(hours: number, startsOn: PlainDate, startsAt: Date, pauses: readonly Pause[]): TermEnd {
  if (bucharestDate(startsAt) !== startsOn) {
    throw new RangeError(`${startsAt.toISOString()} is not on ${startsOn} in Bucharest`);
  }
  let end = startsAt.getTime() + hours * MS_PER_HOUR;
  for (const { from, until } of pauses) {
    const stands = Math.max(startOfDay(from).getTime(), startsAt.getTime());
    if (stands < end) end += startOfDay(until).getTime() - stands;
  }
  return { dueOn: bucharestDate(end - 1), at: new Date(end) }; // midnight ends a day
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

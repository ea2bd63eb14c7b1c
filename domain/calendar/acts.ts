/** What an owner of the calendar does to it: the acts, whether they can stand, and the calendar after them. */
import type { ErrorCode, Params } from "../i18n/errors.ts";
import { weekdayName } from "../i18n/dates.ts";
import { isDeadlineRuleId, isRuleId, RULES } from "../law/rules.ts";
import { dayNumber, weekday, yearOf, type PlainDate } from "../plain-date.ts";
import type { CalendarData } from "./calendar-data.ts";
import { FIRST_YEAR, LAST_YEAR, type Holiday } from "./romanian-holidays.ts";
import { statuteText } from "./statute-text.ts";
import { romanianCalendar, type DeclaredDay, type DayScope } from "./working-calendar.ts";

/** `for`: everyone, the public sector, or the id of an institution. */
export interface DeclareDay {
  readonly type: "declareDayOff" | "declareRecoveryDay";
  readonly date: PlainDate;
  readonly for: string;
  /** The act that gives the day, for example „HG nr. 2/2025”. */
  readonly legalAct: string;
}
/** A day declared in error, or revoked by a later act. */
export interface WithdrawDay {
  readonly type: "withdrawDay";
  /** The id of the declared day. */
  readonly id: string;
  readonly legalAct: string;
}
/** The days of the year are known for certain: terms that run into it are no longer provisional. */
export interface ConfirmYear {
  readonly type: "confirmYear";
  readonly year: number;
  readonly legalAct: string;
}
/** Whether declared days interrupt the terms of a rule, otherwise than by who owes the act (decision 7). */
export interface SetInterruption {
  readonly type: "setInterruption";
  readonly rule: string;
  readonly interrupted: boolean;
  readonly citation: string;
}
export type CalendarAct = DeclareDay | WithdrawDay | ConfirmYear | SetInterruption;

/** A declared day that stands, with the id by which it is withdrawn. */
export interface StandingDay extends DeclaredDay {
  readonly id: string;
}

/** The calendar as it stands, with the ids of its days. */
export interface StandingCalendar {
  readonly data: CalendarData;
  readonly days: readonly StandingDay[];
}

/** Whose calendar: that of an institution, or the national one. */
export interface CalendarOwner {
  /** Absent: the national calendar. */
  readonly institution?: string;
}

/** Whose calendar the act changes; undefined when it withdraws a day that does not stand. */
export function ownerOf(act: CalendarAct, days: readonly StandingDay[]): CalendarOwner | undefined {
  switch (act.type) {
    case "declareDayOff":
    case "declareRecoveryDay":
      return isForMany(act.for) ? {} : { institution: act.for };
    case "withdrawDay": {
      const day = days.find(({ id }) => id === act.id);
      if (day === undefined) return undefined;
      return day.institution === undefined ? {} : { institution: day.institution };
    }
    case "confirmYear":
    case "setInterruption":
      return {};
  }
}

function isForMany(whom: string): whom is Exclude<DayScope, "institution"> {
  return whom === "everyone" || whom === "public-sector";
}

/** The day that an act declares. */
export function declaredBy({ type, date, for: whom, legalAct }: DeclareDay): DeclaredDay {
  const kind = type === "declareDayOff" ? "day-off" : "recovery-day";
  return isForMany(whom)
    ? { date, kind, legalAct, scope: whom }
    : { date, kind, legalAct, scope: "institution", institution: whom };
}

/** For whom a declared day is, as an act says it. */
export function whomOf({ scope, institution }: Pick<DeclaredDay, "scope" | "institution">): string {
  return institution ?? scope;
}

/** The same date, kind and people. */
export function isSameDay(one: DeclaredDay, other: DeclaredDay): boolean {
  return one.date === other.date && one.kind === other.kind && whomOf(one) === whomOf(other);
}

/** What is wrong with a field of an act. */
export interface ActProblem {
  readonly field: string;
  readonly code: ErrorCode;
  readonly params: Params;
}

/** What keeps an act from standing in this calendar; undefined when nothing does. `institutions`: the ids that exist. */
export function problemOf(
  act: CalendarAct,
  { data, days }: StandingCalendar,
  institutions: ReadonlySet<string>,
): ActProblem | undefined {
  switch (act.type) {
    case "declareDayOff":
    case "declareRecoveryDay":
      return problemOfDay(act, days, institutions);
    case "withdrawDay":
      return days.some(({ id }) => id === act.id) ? undefined : { field: "id", code: "DAY_NOT_DECLARED", params: {} };
    case "confirmYear":
      return problemOfYear(act.year, data);
    case "setInterruption":
      return problemOfInterruption(act, data);
  }
}

/** The legal holiday of a day; what is declared does not change it. */
export function holidayOn(date: PlainDate): Holiday | undefined {
  return romanianCalendar().holidays.get(dayNumber(date));
}

function problemOfDay(
  act: DeclareDay,
  days: readonly StandingDay[],
  institutions: ReadonlySet<string>,
): ActProblem | undefined {
  const { type, date } = act;
  const problem = (code: ErrorCode, params: Params = {}): ActProblem => ({
    field: "date",
    code,
    params: { date, ...params },
  });
  if (!isForMany(act.for) && !institutions.has(act.for)) {
    return { field: "for", code: "UNKNOWN_INSTITUTION", params: { institution: act.for } };
  }
  if (!isInTable(yearOf(date))) return problem("DATE_OUTSIDE_CALENDAR", { firstYear: FIRST_YEAR, lastYear: LAST_YEAR });
  const holiday = holidayOn(date);
  if (holiday !== undefined) return problem("DAY_IS_HOLIDAY", { name: holiday.name, law: statuteText(holiday.law) });
  const isWeekend = weekday(date) >= 6;
  const day = { weekday: weekdayName(weekday(date)) };
  if (type === "declareDayOff" && isWeekend) return problem("DAY_OFF_ON_WEEKEND", day);
  if (type === "declareRecoveryDay" && !isWeekend) return problem("RECOVERY_ON_WEEKDAY", day);
  const same = days.find((day) => isSameDay(day, declaredBy(act)));
  return same === undefined ? undefined : problem("DAY_ALREADY_DECLARED", { legalAct: same.legalAct });
}

function problemOfYear(year: number, { confirmedYears }: CalendarData): ActProblem | undefined {
  if (!isInTable(year)) {
    return {
      field: "year",
      code: "YEAR_OUTSIDE_CALENDAR",
      params: { year, firstYear: FIRST_YEAR, lastYear: LAST_YEAR },
    };
  }
  return confirmedYears.includes(year)
    ? { field: "year", code: "YEAR_ALREADY_CONFIRMED", params: { year } }
    : undefined;
}

function problemOfInterruption(act: SetInterruption, { interruptions }: CalendarData): ActProblem | undefined {
  const { rule, interrupted, citation } = act;
  if (!isDeadlineRuleId(rule)) {
    const known = RULES.map(({ id }) => id).filter(isDeadlineRuleId);
    const code = isRuleId(rule) ? "RULE_WITHOUT_TERM" : "UNKNOWN_RULE";
    return { field: "rule", code, params: { rule, known: [...new Set(known)].join(", ") } };
  }
  const set = interruptions.find((interruption) => interruption.rule === rule);
  if (set === undefined || set.interrupted !== interrupted || set.citation !== citation) return undefined;
  return { field: "interrupted", code: "INTERRUPTION_UNCHANGED", params: { rule, citation } };
}

function isInTable(year: number): boolean {
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}

/** The rule that an act settles for a second time; undefined when none does. */
export function ruleSetTwice(act: CalendarAct, before: readonly CalendarAct[]): ActProblem | undefined {
  if (act.type !== "setInterruption") return undefined;
  const isSet = before.some((other) => other.type === "setInterruption" && other.rule === act.rule);
  return isSet ? { field: "rule", code: "RULE_SET_TWICE", params: { rule: act.rule } } : undefined;
}

/** The calendar with the act done; its number stays, for it is given when a change is saved. */
export function withAct({ data, days }: StandingCalendar, act: CalendarAct): StandingCalendar {
  switch (act.type) {
    case "declareDayOff":
    case "declareRecoveryDay":
      return withDays(data, [...days, { ...declaredBy(act), id: `${act.date}/${act.type}/${act.for}` }]);
    case "withdrawDay":
      return withDays(
        data,
        days.filter(({ id }) => id !== act.id),
      );
    case "confirmYear":
      return { data: { ...data, confirmedYears: [...data.confirmedYears, act.year] }, days };
    case "setInterruption": {
      const { rule, interrupted, citation } = act;
      const others = data.interruptions.filter((interruption) => interruption.rule !== rule);
      return { data: { ...data, interruptions: [...others, { rule, interrupted, citation }] }, days };
    }
  }
}

function withDays(data: CalendarData, days: readonly StandingDay[]): StandingCalendar {
  return { data: { ...data, declared: days }, days };
}

/** What the acts can touch: the days between two dates, the terms of some rules, what is provisional. */
export interface Reach {
  /** The first and last day declared or withdrawn; absent when none is. */
  readonly days?: { readonly from: PlainDate; readonly to: PlainDate };
  readonly rules: readonly string[];
  readonly provisional: boolean;
  /** When they all are of one institution's calendar. */
  readonly institution?: string;
}

/** `days`: those that the acts withdraw, and any others. */
export function reachOf(acts: readonly CalendarAct[], days: readonly StandingDay[]): Reach {
  const dates = acts
    .flatMap((act): PlainDate[] => {
      if (act.type === "withdrawDay") return days.filter(({ id }) => id === act.id).map(({ date }) => date);
      return act.type === "declareDayOff" || act.type === "declareRecoveryDay" ? [act.date] : [];
    })
    .toSorted();
  const [from] = dates;
  const to = dates.at(-1);
  const [institution, ...others] = new Set(acts.map((act) => ownerOf(act, days)?.institution));
  return {
    ...(from === undefined || to === undefined ? {} : { days: { from, to } }),
    rules: acts.flatMap((act) => (act.type === "setInterruption" ? [act.rule] : [])),
    provisional: acts.some(({ type }) => type === "confirmYear"),
    ...(institution === undefined || others.length > 0 ? {} : { institution }),
  };
}

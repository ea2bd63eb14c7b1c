import { dayNumber, fromDayNumber, weekdayOfNumber, type PlainDate } from "../plain-date.ts";
import { CalendarRangeError, InvalidTermError } from "./errors.ts";
import type { LocalText } from "./local-text.ts";
import { FIRST_YEAR, LAST_YEAR, ROMANIAN_HOLIDAYS, TABLE_VERSION, type Holiday } from "./romanian-holidays.ts";

export { CalendarRangeError, InvalidTermError } from "./errors.ts";

/** A day off or a recovery day declared by an act (a Government "bridge" day and the Saturday that makes up for it). */
export interface DeclaredDay {
  readonly date: PlainDate;
  readonly kind: "day-off" | "recovery-day";
  readonly legalAct: string;
  /** Absent: for everyone. */
  readonly institution?: string;
}

export interface CalendarOptions {
  /** Whose calendar: days declared for everyone and for this institution count. */
  readonly institution?: string | undefined;
  /** False for terms that declared days do not interrupt (decision 7: patients, families, doctors, clinics). Default true. */
  readonly interruptedByDeclaredDays?: boolean | undefined;
}

/** Why a day is not counted; a recovery day is the exception: it is counted, and this says why. */
export interface DayReason {
  readonly kind: "weekend" | "holiday" | "day-off" | "recovery-day";
  /** Name of the holiday, or of the day of the week-end. */
  readonly name?: LocalText;
  /** The law of the holiday. */
  readonly law?: string;
  /** The act that declared the day off or the recovery day. */
  readonly legalAct?: string;
}

/** Which days work, in prefix tables: adding and counting are look-ups whose cost does not depend on the number of days. */
export interface WorkingCalendar {
  /** Names the table and, by a hash, the declared days in it. Equal versions give equal answers. */
  readonly version: string;
  readonly firstYear: number;
  readonly lastYear: number;
  /** Day number of 1 January of the first year. */
  readonly firstDay: number;
  /** At i: how many days work from the first day of the table to its day i, that one included. */
  readonly workingSoFar: Int32Array;
  /** The working days in order, as written dates. */
  readonly workingDays: readonly PlainDate[];
  readonly holidays: ReadonlyMap<number, Holiday>;
  readonly declared: ReadonlyMap<number, DeclaredDay>;
  /** The same calendar with no declared day; absent when this is it. */
  readonly undeclared?: WorkingCalendar;
}

const WEEKEND: Partial<Record<number, LocalText>> = {
  6: { ro: "sâmbătă", en: "Saturday" },
  7: { ro: "duminică", en: "Sunday" },
};
const CACHED_CALENDARS = 64;
const HOLIDAYS = indexHolidays();
const BASE = build(`RO-${FIRST_YEAR}-${LAST_YEAR}/${TABLE_VERSION}`, []);
const cache = new Map<string, WorkingCalendar>();

/**
 * The calendar of Romanian working days: legal holidays, then declared days off, then recovery days, then the week.
 *
 * Calendars are kept, so asking again with the same days is cheap.
 * @throws CalendarRangeError when a declared day is outside the table.
 */
export function romanianCalendar(
  declared: readonly DeclaredDay[] = [],
  options: CalendarOptions = {},
): WorkingCalendar {
  if (options.interruptedByDeclaredDays === false) return BASE;
  const applicable = declared.filter((day) => day.institution === undefined || day.institution === options.institution);
  if (applicable.length === 0) return BASE;
  for (const day of applicable) indexOf(BASE, day.date);
  const sorted = [...applicable].sort(byDateThenPrecedence);
  const key = JSON.stringify(sorted.map((day) => [day.date, day.kind, day.legalAct]));
  const known = cache.get(key);
  if (known) return known;
  const calendar = build(`${BASE.version}+${hash(key)}`, sorted);
  if (cache.size >= CACHED_CALENDARS) cache.clear();
  cache.set(key, calendar);
  return calendar;
}

/** The same calendar without its declared days, for terms that they do not interrupt (decision 7). */
export function withoutDeclaredDays(calendar: WorkingCalendar): WorkingCalendar {
  return calendar.undeclared ?? calendar;
}

/** True when the day counts as a working day. @throws CalendarRangeError outside the table. */
export function isWorkingDay(calendar: WorkingCalendar, date: PlainDate): boolean {
  const index = indexOf(calendar, date);
  return soFar(calendar, index) > soFar(calendar, index - 1);
}

/** Why the day is not counted, or why a day of the week-end is (a recovery day). @throws CalendarRangeError outside the table. */
export function whyNotCounted(calendar: WorkingCalendar, date: PlainDate): DayReason | undefined {
  const number = calendar.firstDay + indexOf(calendar, date);
  const holiday = calendar.holidays.get(number);
  if (holiday) return { kind: "holiday", name: holiday.name, law: holiday.law };
  const weekend = WEEKEND[weekdayOfNumber(number)];
  const declared = calendar.declared.get(number);
  if (declared && (declared.kind === "day-off" || weekend)) {
    return { kind: declared.kind, legalAct: declared.legalAct };
  }
  return weekend && { kind: "weekend", name: weekend };
}

/**
 * The day on which a term of `n` working days is due. The start day never counts, whatever day it is.
 * @throws InvalidTermError unless `n` is whole and at least 1. @throws CalendarRangeError outside the table.
 */
export function addWorkingDays(calendar: WorkingCalendar, from: PlainDate, n: number): PlainDate {
  if (!Number.isInteger(n) || n < 1) throw new InvalidTermError(n);
  const due = calendar.workingDays[soFar(calendar, indexOf(calendar, from)) + n - 1];
  if (due === undefined) throw outside(calendar);
  return due;
}

/** How many working days lie in (after, upTo]; negative when `upTo` is before `after`. @throws CalendarRangeError outside the table. */
export function countWorkingDays(calendar: WorkingCalendar, after: PlainDate, upTo: PlainDate): number {
  return soFar(calendar, indexOf(calendar, upTo)) - soFar(calendar, indexOf(calendar, after));
}

/** The date itself when it works, otherwise the next day that does. @throws CalendarRangeError outside the table. */
export function nextWorkingDay(calendar: WorkingCalendar, onOrAfter: PlainDate): PlainDate {
  const next = calendar.workingDays[soFar(calendar, indexOf(calendar, onOrAfter) - 1)];
  if (next === undefined) throw outside(calendar);
  return next;
}

function build(version: string, declared: readonly DeclaredDay[]): WorkingCalendar {
  const firstDay = dayNumber(`${FIRST_YEAR}-01-01` as PlainDate); // a year has a first of January
  const days = dayNumber(`${LAST_YEAR}-12-31` as PlainDate) - firstDay + 1;
  const declaredByDay = new Map<number, DeclaredDay>();
  for (const day of declared) {
    const number = dayNumber(day.date);
    if (!declaredByDay.has(number)) declaredByDay.set(number, day);
  }
  const workingSoFar = new Int32Array(days);
  const workingDays: PlainDate[] = [];
  for (let i = 0; i < days; i += 1) {
    if (works(firstDay + i, declaredByDay)) workingDays.push(fromDayNumber(firstDay + i));
    workingSoFar[i] = workingDays.length;
  }
  const calendar = {
    version,
    firstYear: FIRST_YEAR,
    lastYear: LAST_YEAR,
    firstDay,
    workingSoFar,
    workingDays,
    holidays: HOLIDAYS,
    declared: declaredByDay,
  };
  return declared.length === 0 ? calendar : { ...calendar, undeclared: BASE };
}

function works(number: number, declared: ReadonlyMap<number, DeclaredDay>): boolean {
  if (HOLIDAYS.has(number)) return false;
  const kind = declared.get(number)?.kind;
  if (kind !== undefined) return kind === "recovery-day";
  return weekdayOfNumber(number) <= 5;
}

/** Two holidays on one date are one day off that bears both names. */
function indexHolidays(): ReadonlyMap<number, Holiday> {
  const byDay = new Map<number, Holiday>();
  for (const holiday of ROMANIAN_HOLIDAYS) {
    const number = dayNumber(holiday.date);
    const other = byDay.get(number);
    byDay.set(number, other ? together(other, holiday) : holiday);
  }
  return byDay;
}

function together(one: Holiday, other: Holiday): Holiday {
  return {
    date: one.date,
    name: { ro: `${one.name.ro}; ${other.name.ro}`, en: `${one.name.en}; ${other.name.en}` },
    law: one.law === other.law ? one.law : `${one.law}; ${other.law}`,
  };
}

/** A day off before a recovery day on the same date, so that the first one found is the one that holds. */
function byDateThenPrecedence(a: DeclaredDay, b: DeclaredDay): number {
  return compare(a.date, b.date) || compare(a.kind, b.kind) || compare(a.legalAct, b.legalAct);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function indexOf(calendar: WorkingCalendar, date: PlainDate): number {
  const index = dayNumber(date) - calendar.firstDay;
  if (!(index >= 0 && index < calendar.workingSoFar.length)) throw outside(calendar, date);
  return index;
}

function soFar(calendar: WorkingCalendar, index: number): number {
  return calendar.workingSoFar[index] ?? 0; // before the first day nothing has worked
}

function outside(calendar: WorkingCalendar, date?: PlainDate): CalendarRangeError {
  return new CalendarRangeError(calendar.firstYear, calendar.lastYear, date);
}

/** FNV-1a, 32 bits: the same on every machine, and enough to tell calendars apart in an explanation. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  }
  return (value >>> 0).toString(16).padStart(8, "0");
}

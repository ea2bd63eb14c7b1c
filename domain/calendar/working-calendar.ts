import { addDays, dayNumber, fromDayNumber, weekdayOfNumber, yearOf, type PlainDate } from "../plain-date.ts";
import { fingerprint } from "../fingerprint.ts";
import { CalendarRangeError, InvalidTermError } from "./errors.ts";
import type { LocalText } from "./local-text.ts";
import { FIRST_YEAR, LAST_YEAR, ROMANIAN_HOLIDAYS, TABLE_VERSION, type Holiday } from "./romanian-holidays.ts";

export { CalendarRangeError, InvalidTermError } from "./errors.ts";

/** For whom a day is declared: for all, for the employees of public institutions, or for one institution. */
export type DayScope = "everyone" | "public-sector" | "institution";

/** A day off or a recovery day declared by an act (a Government "bridge" day and the Saturday that makes up for it). */
export interface DeclaredDay {
  readonly date: PlainDate;
  readonly kind: "day-off" | "recovery-day";
  readonly legalAct: string;
  readonly scope: DayScope;
  /** Present when the scope is one institution. */
  readonly institution?: string;
}

/** Whether declared days off interrupt a rule's terms, as the owner of the calendar has settled it, and on what ground. */
export interface Interruption {
  readonly rule: string;
  readonly interrupted: boolean;
  readonly citation: string;
}

export interface CalendarOptions {
  /** Declared days that do not apply here, which an explanation names beside the days that it counts. */
  readonly passedOver?: readonly DeclaredDay[];
  /** The change of the calendar after which it stands so. Default 0. */
  readonly number?: number;
  /** The years whose days are known for certain. Default: every year of the table. */
  readonly confirmedYears?: readonly number[];
  readonly interruptions?: readonly Interruption[];
}

/**
 * Why a day is not counted. Three kinds are of days that are: a recovery day; a day off that is `public-sector-only` (it
 * interrupts the terms of public institutions, and nobody in particular owes this one); one that is `not-interrupting`
 * for this term (decision 7).
 */
export interface DayReason {
  readonly kind: "weekend" | "holiday" | "day-off" | "recovery-day" | "public-sector-only" | "not-interrupting";
  /** Name of the holiday, or of the day of the week-end. */
  readonly name?: LocalText;
  /** The law of the holiday. */
  readonly law?: string;
  /** The act that declared the day off or the recovery day. */
  readonly legalAct?: string;
  /** For whom it was declared. */
  readonly scope?: DayScope;
  readonly institution?: string;
}

/** Which days work, in prefix tables: adding and counting are look-ups whose cost does not depend on the number of days. */
interface WorkingTable {
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
}

/** The table of working days, with all that the owner of the calendar has settled beside it. */
export interface WorkingCalendar extends WorkingTable {
  /** The change of the calendar after which it stands so. */
  readonly number: number;
  readonly confirmedYears: ReadonlySet<number>;
  /** By rule. */
  readonly interruptions: ReadonlyMap<string, Interruption>;
  /** Days off that are counted here, and why. */
  readonly passedOver: ReadonlyMap<number, DayReason>;
  /** The same calendar with no declared day; absent when this is it. */
  readonly undeclared?: WorkingCalendar;
}

const WEEKEND: Partial<Record<number, LocalText>> = {
  6: { ro: "sâmbătă", en: "Saturday" },
  7: { ro: "duminică", en: "Sunday" },
};
const CACHED_TABLES = 64;
const EVERY_YEAR = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, i) => FIRST_YEAR + i);
const HOLIDAYS = indexHolidays();
const BASE = build(`RO-${FIRST_YEAR}-${LAST_YEAR}/${TABLE_VERSION}`, []);
const cache = new Map<string, WorkingTable>();

/**
 * The calendar of Romanian working days: legal holidays, then declared days off, then recovery days, then the week.
 *
 * `declared` are the days that apply; whose they are is decided by `calendar-data.ts`. Tables are kept, so asking again
 * with the same days is cheap.
 * @throws CalendarRangeError when a declared day is outside the table.
 */
export function romanianCalendar(
  declared: readonly DeclaredDay[] = [],
  { passedOver = [], number = 0, confirmedYears = EVERY_YEAR, interruptions = [] }: CalendarOptions = {},
): WorkingCalendar {
  const settled = {
    number,
    confirmedYears: new Set(confirmedYears),
    interruptions: new Map(interruptions.map((interruption) => [interruption.rule, interruption])),
  };
  const daysOff = (days: readonly DeclaredDay[], kind: DayReason["kind"]): [number, DayReason][] =>
    days.filter((day) => day.kind === "day-off").map((day) => [dayNumber(day.date), { ...reasonOf(day), kind }]);
  const elsewhere = daysOff(passedOver, "public-sector-only");
  const table = tableWith(declared);
  const calendar = { ...table, ...settled, passedOver: new Map(elsewhere) };
  if (table === BASE) return calendar;
  const ignored = new Map([...elsewhere, ...daysOff(declared, "not-interrupting")]);
  return { ...calendar, undeclared: { ...BASE, ...settled, passedOver: ignored } };
}

function tableWith(declared: readonly DeclaredDay[]): WorkingTable {
  if (declared.length === 0) return BASE;
  for (const day of declared) indexOf(BASE, day.date);
  const sorted = [...declared].sort(byDateThenPrecedence);
  const key = JSON.stringify(sorted.map((day) => [day.date, day.kind, day.legalAct, day.scope, day.institution]));
  const known = cache.get(key);
  if (known) return known;
  const table = build(`${BASE.version}+${fingerprint(key)}`, sorted);
  if (cache.size >= CACHED_TABLES) cache.clear();
  cache.set(key, table);
  return table;
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

/** Why the day is not counted, or why one is that is usually not (see `DayReason`). @throws CalendarRangeError outside the table. */
export function whyNotCounted(calendar: WorkingCalendar, date: PlainDate): DayReason | undefined {
  const number = calendar.firstDay + indexOf(calendar, date);
  const holiday = calendar.holidays.get(number);
  if (holiday) return { kind: "holiday", name: holiday.name, law: holiday.law };
  const weekend = WEEKEND[weekdayOfNumber(number)];
  const declared = calendar.declared.get(number);
  if (declared && (declared.kind === "day-off" || weekend)) return reasonOf(declared);
  return weekend ? { kind: "weekend", name: weekend } : calendar.passedOver.get(number);
}

function reasonOf({ kind, legalAct, scope, institution }: DeclaredDay): DayReason {
  return { kind, legalAct, scope, ...(institution !== undefined && { institution }) };
}

/** The years of the days in (after, upTo] that are not confirmed, in order: what falls into them may still change. */
export function unconfirmedYears(calendar: WorkingCalendar, after: PlainDate, upTo: PlainDate): number[] {
  const years: number[] = [];
  for (let year = yearOf(addDays(after, 1)); year <= yearOf(upTo); year += 1) {
    if (!calendar.confirmedYears.has(year)) years.push(year);
  }
  return years;
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

function build(version: string, declared: readonly DeclaredDay[]): WorkingTable {
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
  return {
    version,
    firstYear: FIRST_YEAR,
    lastYear: LAST_YEAR,
    firstDay,
    workingSoFar,
    workingDays,
    holidays: HOLIDAYS,
    declared: declaredByDay,
  };
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
  return (
    compare(a.date, b.date) || compare(a.kind, b.kind) || compare(a.scope, b.scope) || compare(a.legalAct, b.legalAct)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function indexOf(calendar: WorkingTable, date: PlainDate): number {
  const index = dayNumber(date) - calendar.firstDay;
  if (!(index >= 0 && index < calendar.workingSoFar.length)) throw outside(calendar, date);
  return index;
}

function soFar(calendar: WorkingTable, index: number): number {
  return calendar.workingSoFar[index] ?? 0; // before the first day nothing has worked
}

function outside(calendar: WorkingTable, date?: PlainDate): CalendarRangeError {
  return new CalendarRangeError(calendar.firstYear, calendar.lastYear, date);
}

/**
 * Civil dates of Europe/Bucharest. A legal date is a `PlainDate`, never a JS `Date`; an instant is an instant.
 *
 * Safe inside the workflow sandbox: no clock is read, no Node API is used, and every Intl call is given its date.
 */
export type PlainDate = string & { readonly __brand: "PlainDate" };

/** ISO day of the week: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const SHAPE = /^\d{4}-\d{2}-\d{2}$/;
const ZERO = 48; // the character code of "0"
const MS_PER_DAY = 86_400_000;
const MS_PER_MINUTE = 60_000;
const FIRST_DAY = -719_162; // 0001-01-01
const LAST_DAY = 2_932_896; // 9999-12-31

const KEPT_OFFSETS = 20_000;
const offsets = new Map<number, number>();

const BUCHAREST = new Intl.DateTimeFormat("en-US", {
  timeZone: "Europe/Bucharest",
  calendar: "gregory",
  numberingSystem: "latn",
  hourCycle: "h23",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
});

/** True for the text of a day that exists, written YYYY-MM-DD; `2025-02-30` is refused. */
export function isPlainDate(value: unknown): value is PlainDate {
  if (typeof value !== "string" || !SHAPE.test(value)) return false;
  const [year, month, day] = civil(value);
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** The date written in `text`. @throws RangeError when it is not a real day written YYYY-MM-DD. */
export function plainDate(text: string): PlainDate {
  if (!isPlainDate(text)) throw new RangeError(`Not a date written YYYY-MM-DD: ${text}`);
  return text;
}

/** Days since 1970-01-01, which is day 0. */
export function dayNumber(date: PlainDate): number {
  const [year, month, day] = civil(date);
  return daysFromCivil(year, month, day);
}

/** The date of a day number. @throws RangeError outside years 1 to 9999 or for a number that is not whole. */
export function fromDayNumber(number: number): PlainDate {
  if (!Number.isInteger(number) || number < FIRST_DAY || number > LAST_DAY) {
    throw new RangeError(`Not the number of a day in years 1 to 9999: ${number}`);
  }
  // Howard Hinnant's civil_from_days: years run from March, eras are 400 years.
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return formatCivil(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}

/** The date `days` calendar days later; earlier when negative. */
export function addDays(date: PlainDate, days: number): PlainDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** ISO day of the week, 1 (Monday) to 7 (Sunday). */
export function weekday(date: PlainDate): Weekday {
  return weekdayOfNumber(dayNumber(date));
}

/** ISO day of the week of a day number: day 0, 1970-01-01, was a Thursday. */
export function weekdayOfNumber(number: number): Weekday {
  return (((((number + 3) % 7) + 7) % 7) + 1) as Weekday; // 1..7 by arithmetic
}

export function yearOf(date: PlainDate): number {
  return civil(date)[0];
}

/** The latest of the dates. */
export function maxDate(first: PlainDate, ...others: readonly PlainDate[]): PlainDate {
  return others.reduce((latest, date) => (date > latest ? date : latest), first);
}

/** The earliest of the dates. */
export function minDate(first: PlainDate, ...others: readonly PlainDate[]): PlainDate {
  return others.reduce((earliest, date) => (date < earliest ? date : earliest), first);
}

/** The same date `years` later; 29 February falls on 28 February in other years (decision 9). */
export function addYears(date: PlainDate, years: number): PlainDate {
  return addMonths(date, years * 12);
}

/** The same day `months` later, or the last day of that month when it is shorter. @throws RangeError outside years 1 to 9999. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  if (!Number.isInteger(months)) throw new RangeError(`Not a whole number of months: ${months}`);
  const [year, month, day] = civil(date);
  const total = year * 12 + (month - 1) + months;
  const newYear = Math.floor(total / 12);
  if (newYear < 1 || newYear > 9999) throw new RangeError(`Not in years 1 to 9999: year ${newYear}`);
  const newMonth = (total % 12) + 1;
  return formatCivil(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)));
}

/** Age in completed years on a date, whole and rounded down, so -1 in the year before birth. A birthday of 29 February falls on 28 February in other years (decision 9). */
export function completedYears(birth: PlainDate, on: PlainDate): number {
  const years = yearOf(on) - yearOf(birth);
  return addYears(birth, years) <= on ? years : years - 1;
}

/** The civil date in Bucharest at an instant. @throws RangeError for an invalid instant. */
export function bucharestDate(instant: Date | number): PlainDate {
  const ms = Number(instant);
  return fromDayNumber(Math.floor((ms + offsetAt(ms)) / MS_PER_DAY));
}

/** The instant at which the day begins, 00:00 Europe/Bucharest, whatever the season. A term "to the end of" a day passes at the start of the next. */
export function startOfDay(date: PlainDate): Date {
  return atLocalTime(date, 0);
}

/**
 * The instant of a time of day in Bucharest. A time skipped in spring is taken as much later as was skipped;
 * a time that comes twice in autumn is taken at its first coming.
 * @throws RangeError for a time that no clock shows.
 */
export function atLocalTime(date: PlainDate, hour: number, minute = 0): Date {
  if (!isWithin(hour, 23) || !isWithin(minute, 59)) throw new RangeError(`Not a time of day: ${hour}:${minute}`);
  const local = dayNumber(date) * MS_PER_DAY + (hour * 60 + minute) * MS_PER_MINUTE;
  const before = offsetAt(local - MS_PER_DAY);
  const after = offsetAt(local + MS_PER_DAY);
  const early = local - before;
  if (before === after || offsetAt(early) === before) return new Date(early);
  const late = local - after;
  return new Date(offsetAt(late) === after ? late : early);
}

/** How far the clocks of Bucharest are ahead of UTC at an instant, in milliseconds. */
function offsetAt(ms: number): number {
  const day = Math.floor(ms / MS_PER_DAY);
  const offset = offsetOn(day);
  return offset === offsetOn(day + 1) ? offset : readOffset(ms); // the clocks change within the day
}

/** The offset at the start of a day of UTC, kept: to read it takes a hundred times longer. */
function offsetOn(day: number): number {
  const known = offsets.get(day);
  if (known !== undefined) return known;
  const offset = readOffset(day * MS_PER_DAY);
  if (offsets.size >= KEPT_OFFSETS) offsets.clear();
  offsets.set(day, offset);
  return offset;
}

function readOffset(ms: number): number {
  const part: Record<string, number> = {};
  for (const { type, value } of BUCHAREST.formatToParts(ms)) part[type] = Number(value);
  const { year = NaN, month = NaN, day = NaN, hour = NaN, minute = NaN, second = NaN } = part;
  const local = daysFromCivil(year, month, day) * MS_PER_DAY + ((hour * 60 + minute) * 60 + second) * 1000;
  return local - Math.floor(ms / 1000) * 1000;
}

function civil(date: string): [year: number, month: number, day: number] {
  return [digits(date, 0, 4), digits(date, 5, 7), digits(date, 8, 10)];
}

function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i += 1) value = value * 10 + text.charCodeAt(i) - ZERO;
  return value;
}

/** Howard Hinnant's days_from_civil: years run from March so that the leap day is the last. */
function daysFromCivil(year: number, month: number, day: number): number {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function formatCivil(year: number, month: number, day: number): PlainDate {
  return `${String(year).padStart(4, "0")}-${month < 10 ? "0" : ""}${month}-${day < 10 ? "0" : ""}${day}` as PlainDate; // made from a real day
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function isWithin(value: number, most: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= most;
}

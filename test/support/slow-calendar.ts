/**
 * Terms counted one day at a time, by a calendar of its own: the holidays of `date-holidays` with its faults for Romania
 * corrected by the years of the statute. Slow and plain, to check the product's tables.
 */
import Holidays from "date-holidays";

export interface SlowDay {
  readonly date: string;
  readonly kind: "day-off" | "recovery-day";
  /** `everyone`, `public-sector`, or an institution. */
  readonly of: string;
}

/** Whose calendar: nobody's in particular, any public institution's, or one institution's. */
export type Whose = "nobody" | "any-institution" | (string & {});

export interface SlowTerm {
  readonly value: number;
  readonly unit: "workingDays" | "calendarDays" | "freeDays" | "hours" | "months" | "years";
  readonly from: string;
}

export interface SlowAnswer {
  readonly due: string;
  readonly practicalDue?: string;
}

/** The package's rule and the first year in which its day was off. */
const SINCE: Readonly<Record<string, number>> = {
  "01-06": 2024,
  "01-07": 2024,
  "01-24": 2017,
  "06-01": 2017,
  "orthodox -2": 2018,
};
const MS_PER_DAY = 86_400_000;
const source = new Holidays("RO", { types: ["public"] });
const years = new Map<number, ReadonlySet<string>>();

export function plus(date: string, days: number): string {
  return new Date(Date.parse(date) + days * MS_PER_DAY).toISOString().slice(0, 10);
}

function holidays(year: number): ReadonlySet<string> {
  const known = years.get(year);
  if (known !== undefined) return known;
  const dates = source
    .getHolidays(year)
    .filter(({ rule }) => year >= (SINCE[rule] ?? 0))
    .flatMap(({ date, rule }) => (rule === "01-01 P2DT" ? [`${year}-01-01`, `${year}-01-02`] : [date.slice(0, 10)]));
  years.set(year, new Set(dates));
  return new Set(dates);
}

/** Legal holiday, then declared day off, then recovery day, then the week. */
export function slowlyWorks(date: string, whose: Whose, declared: readonly SlowDay[]): boolean {
  if (holidays(Number(date.slice(0, 4))).has(date)) return false;
  const theirs = declared.filter((day) => day.date === date && applies(day.of, whose));
  if (theirs.some(({ kind }) => kind === "day-off")) return false;
  if (theirs.some(({ kind }) => kind === "recovery-day")) return true;
  return new Date(date).getUTCDay() % 6 !== 0;
}

function applies(of: string, whose: Whose): boolean {
  if (of === "everyone") return true;
  return whose !== "nobody" && (of === "public-sector" || of === whose);
}

/** The due date, and the next working day when a term ends on one that is not; of free days that one is the due date. */
export function countSlowly({ value, unit, from }: SlowTerm, works: (date: string) => boolean): SlowAnswer {
  const due = lastDay(value, unit, from, works);
  if (unit === "workingDays" || works(due)) return { due };
  let next = due;
  while (!works(next)) next = plus(next, 1);
  return unit === "freeDays" ? { due: next } : { due, practicalDue: next };
}

function lastDay(value: number, unit: SlowTerm["unit"], from: string, works: (date: string) => boolean): string {
  const [year = 0, month = 0, day = 0] = from.split("-").map(Number);
  switch (unit) {
    case "workingDays": {
      let date = from;
      for (let left = value; left > 0;) {
        date = plus(date, 1);
        if (works(date)) left -= 1;
      }
      return date;
    }
    case "calendarDays":
      return plus(from, value);
    case "freeDays":
      return plus(from, value + 1);
    case "hours":
      return plus(from, Math.ceil(value / 24));
    case "months":
      return sameDay(year, month + value, day);
    case "years":
      return sameDay(year + value, month, day);
  }
}

/** The day of the month, or the last one when it is shorter. `month` may be above 12. */
function sameDay(year: number, month: number, day: number): string {
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1, Math.min(day, last))).toISOString().slice(0, 10);
}

/** The instant at which the day is over in Bucharest, found by asking which offset shows midnight. */
export function endOfDay(date: string): string {
  const next = plus(date, 1);
  const clock = new Intl.DateTimeFormat("en-GB", {
    timeZone: "Europe/Bucharest",
    dateStyle: "short",
    timeStyle: "short",
  });
  const [year, month, day] = next.split("-");
  const found = ["+02:00", "+03:00"]
    .map((offset) => new Date(`${next}T00:00:00${offset}`))
    .find((instant) => clock.format(instant) === `${day}/${month}/${year}, 00:00`);
  if (found === undefined) throw new Error(`no midnight begins ${next}`);
  return found.toISOString();
}

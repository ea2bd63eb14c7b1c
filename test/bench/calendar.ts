/** Adding and counting working days: the prefix table of the product beside what else one would use. */
import { addDays as addDaysFns, formatISO, isWeekend } from "date-fns";
import Holidays from "date-holidays";
import {
  addWorkingDays,
  countWorkingDays,
  romanianCalendar,
  type WorkingCalendar,
} from "../../domain/calendar/working-calendar.ts";
import { dayNumber, fromDayNumber, plainDate, weekdayOfNumber, type PlainDate } from "../../domain/plain-date.ts";

/** One way of doing it (`addBusinessDays` of date-fns knows no holidays, so its days are walked through): adding `n` working days, and counting those in (after, upTo]. */
interface Way {
  readonly name: string;
  add(from: PlainDate, n: number): string;
  count(after: PlainDate, upTo: PlainDate): number;
}

const LENGTHS = [22, 220];
const ROUNDS = 9;
const ROUND_MS = 60;
const MS_PER_DAY = 86_400_000;
/** Every start day of a year for which `date-holidays` is right as it comes. */
const STARTS = Array.from({ length: 365 }, (_, i) => fromDayNumber(dayNumber(plainDate("2025-01-01")) + i));

/** Prints the time of each way and how many times longer than the table it takes. Throws when two ways disagree. */
export function benchCalendar(): void {
  const calendar = romanianCalendar();
  const ways = [prefixTable(calendar), dayNumbers(calendar), isoStrings(calendar), dateFns(calendar), dateHolidays()];
  for (const n of LENGTHS) for (const way of ways) checkAgainst(ways[0], way, n);
  console.log("\nWorking days: time of one answer, and how many times that of the prefix table");
  const columns = LENGTHS.flatMap((n) => [`n = ${n}`, "×"]);
  print("  adding n working days to a date", columns);
  table(ways, (way, n) => timeOf((from) => way.add(from, n).length));
  print("  counting the n working days of a period", columns);
  table(ways, (way, n) => {
    const upTo = new Map(STARTS.map((from) => [from, addWorkingDays(calendar, from, n)]));
    return timeOf((from) => way.count(from, upTo.get(from) ?? from));
  });
  console.log(`  building the table for ${calendar.firstYear} to ${calendar.lastYear}: ${buildTime().toFixed(1)} ms`);
}

function prefixTable(calendar: WorkingCalendar): Way {
  return {
    name: "prefix table (Dosar)",
    add: (from, n) => addWorkingDays(calendar, from, n),
    count: (after, upTo) => countWorkingDays(calendar, after, upTo),
  };
}

function dayNumbers({ holidays }: WorkingCalendar): Way {
  const off = new Set(holidays.keys());
  const works = (number: number): boolean => weekdayOfNumber(number) <= 5 && !off.has(number);
  return {
    name: "a set of day numbers",
    add: (from, n) => fromDayNumber(addEach(dayNumber(from), n, (number) => number + 1, works)),
    count: (after, upTo) => countEach(dayNumber(after), dayNumber(upTo), (number) => number + 1, works),
  };
}

function isoStrings({ holidays }: WorkingCalendar): Way {
  const off = new Set<string>([...holidays.values()].map(({ date }) => date));
  const next = (date: string): string => new Date(Date.parse(date) + MS_PER_DAY).toISOString().slice(0, 10);
  const works = (date: string): boolean => new Date(date).getUTCDay() % 6 !== 0 && !off.has(date);
  return {
    name: "a set of ISO strings",
    add: (from, n) => addEach<string>(from, n, next, works),
    count: (after, upTo) => countEach<string>(after, upTo, next, works),
  };
}

function dateFns({ holidays }: WorkingCalendar): Way {
  const off = new Set<string>([...holidays.values()].map(({ date }) => date));
  const written = (date: Date): string => formatISO(date, { representation: "date" });
  const next = (date: Date): Date => addDaysFns(date, 1);
  const works = (date: Date): boolean => !isWeekend(date) && !off.has(written(date));
  return {
    name: "date-fns with a set of ISO strings",
    add: (from, n) => written(addEach(localMidnight(from), n, next, works)),
    count: (after, upTo) => countEach(localMidnight(after), localMidnight(upTo), next, works),
  };
}

function dateHolidays(): Way {
  const source = new Holidays("RO", { types: ["public"] });
  const next = (date: Date): Date => addDaysFns(date, 1);
  const works = (date: Date): boolean => !isWeekend(date) && source.isHoliday(date) === false;
  return {
    name: "date-holidays asked day by day",
    add: (from, n) => formatISO(addEach(noon(from), n, next, works), { representation: "date" }),
    count: (after, upTo) => countEach(noon(after), noon(upTo), next, works),
  };
}

function addEach<Day>(from: Day, n: number, next: (day: Day) => Day, works: (day: Day) => boolean): Day {
  let day = from;
  for (let left = n; left > 0;) {
    day = next(day);
    if (works(day)) left -= 1;
  }
  return day;
}

function countEach<Day>(after: Day, upTo: Day, next: (day: Day) => Day, works: (day: Day) => boolean): number {
  let counted = 0;
  for (let day = next(after); day <= upTo; day = next(day)) if (works(day)) counted += 1;
  return counted;
}

function localMidnight(date: PlainDate): Date {
  return new Date(`${date}T00:00:00`);
}

/** An instant that is on the same date in Bucharest and here: `date-holidays` tests instants. */
function noon(date: PlainDate): Date {
  return new Date(`${date}T12:00:00`);
}

/** A few dates of the year, answered alike by both ways. */
function checkAgainst(right: Way | undefined, way: Way, n: number): void {
  for (let i = 0; i < STARTS.length; i += 73) {
    const from = STARTS[i] ?? plainDate("2025-01-01");
    const due = plainDate(right?.add(from, n) ?? "");
    if (way.add(from, n) !== due || way.count(from, due) !== n) throw new Error(`${way.name} is wrong from ${from}`);
  }
}

/** Microseconds of one answer over the start days of a year: the best of the rounds, which other work disturbed least. */
function timeOf(answer: (from: PlainDate) => number): number {
  let sum = 0;
  const round = (): number => {
    let answers = 0;
    const started = performance.now();
    let elapsed = 0;
    while (elapsed < ROUND_MS) {
      for (let i = 0; i < 8; i += 1)
        sum += answer(STARTS[(answers + i * 37) % STARTS.length] ?? plainDate("2025-01-01"));
      answers += 8;
      elapsed = performance.now() - started;
    }
    return (elapsed * 1000) / answers;
  };
  round(); // warm
  const times = Array.from({ length: ROUNDS }, round);
  if (sum < 0) throw new RangeError("nothing was answered");
  return Math.min(...times);
}

/** Milliseconds to make the table with a declared day, which no cache knows: the median. */
function buildTime(): number {
  const date = plainDate("2026-01-05");
  const times = Array.from({ length: 15 }, (_, i) => {
    const started = performance.now();
    romanianCalendar([{ date, kind: "day-off", scope: "everyone", legalAct: `HG ${i}` }]);
    return performance.now() - started;
  });
  return times.toSorted((a, b) => a - b)[7] ?? 0;
}

function table(ways: readonly Way[], time: (way: Way, n: number) => number): void {
  const times = ways.map((way) => LENGTHS.map((n) => time(way, n)));
  for (const [index, way] of ways.entries()) {
    const cells = (times[index] ?? []).flatMap((each, column) => {
      const ratio = each / (times[0]?.[column] ?? each);
      return [written(each), ratio < 10 ? ratio.toFixed(1) : Math.round(ratio).toLocaleString("en-GB")];
    });
    print(`    ${way.name}`, cells);
  }
}

function written(microseconds: number): string {
  return microseconds < 1000 ? `${microseconds.toPrecision(3)} µs` : `${(microseconds / 1000).toPrecision(3)} ms`;
}

function print(name: string, cells: readonly string[]): void {
  console.log(`${name.padEnd(40)}${cells.map((cell) => cell.padStart(11)).join("")}`);
}

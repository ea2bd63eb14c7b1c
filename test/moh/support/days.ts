/** Working days counted one by one, by a list of holidays of its own: what the tests expect of the product. */
const FIXED = [
  "01-01",
  "01-02",
  "01-06",
  "01-07",
  "01-24",
  "05-01",
  "06-01",
  "08-15",
  "11-30",
  "12-01",
  "12-25",
  "12-26",
];
/** Days from Orthodox Easter: Good Friday, Easter Sunday and Monday, Pentecost Sunday and Monday. */
const MOVING = [-2, 0, 1, 49, 50];
const MS_PER_DAY = 86_400_000;

export interface Declared {
  readonly off?: readonly string[];
  readonly recovery?: readonly string[];
}

export function plusDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * MS_PER_DAY).toISOString().slice(0, 10);
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(date: string): number {
  return new Date(Date.parse(date)).getUTCDay() || 7;
}

/** True for a working day of 2024 or later. */
export function works(date: string, { off = [], recovery = [] }: Declared = {}): boolean {
  if (FIXED.includes(date.slice(5)) || MOVING.includes(daysFromEaster(date))) return false;
  if (off.includes(date)) return false;
  return weekdayOf(date) <= 5 || recovery.includes(date);
}

/** The n-th working day after a date, which itself never counts. */
export function workingDay(after: string, n: number, declared?: Declared): string {
  let date = after;
  for (let left = n; left > 0;) {
    date = plusDays(date, 1);
    if (works(date, declared)) left -= 1;
  }
  return date;
}

/** The date itself when it works, otherwise the next day that does. */
export function workingDayFrom(date: string): string {
  return works(date) ? date : workingDay(date, 1);
}

/** The last working day before a date. */
export function workingDayBefore(date: string): string {
  let before = plusDays(date, -1);
  while (!works(before)) before = plusDays(before, -1);
  return before;
}

function daysFromEaster(date: string): number {
  return Math.round((Date.parse(date) - Date.parse(orthodoxEaster(Number(date.slice(0, 4))))) / MS_PER_DAY);
}

/** Meeus, in the Julian calendar, which is 13 days behind until 2099. */
function orthodoxEaster(year: number): string {
  const d = (19 * (year % 19) + 15) % 30;
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  const sum = d + e + 114;
  const julian = `${year}-${String(Math.floor(sum / 31)).padStart(2, "0")}-${String((sum % 31) + 1).padStart(2, "0")}`;
  return plusDays(julian, 13);
}

import { institutionCalendar, type CalendarData } from "../../domain/calendar/calendar-data.ts";
import { addWorkingDays } from "../../domain/calendar/working-calendar.ts";
import { addDays, addMonths, addYears, isPlainDate, type PlainDate } from "../../domain/plain-date.ts";

/** The day that a scenario means: itself, or counted from another; working days by the calendar of public institutions. */
export function dayOf(when: string, from: PlainDate, calendar: CalendarData): PlainDate {
  if (isPlainDate(when)) return when;
  const [, number = "", unit = ""] = /^\+ ?(\d+) ?([a-z]+)$/.exec(when) ?? [];
  const count = Number(number);
  switch (unit) {
    case "wd":
    case "zl":
      return addWorkingDays(institutionCalendar(calendar, "DSP-CJ"), from, count);
    case "d":
    case "z":
      return addDays(from, count);
    case "m":
      return addMonths(from, count);
    case "y":
      return addYears(from, count);
    default:
      throw new RangeError(`not a day: ${when}`);
  }
}

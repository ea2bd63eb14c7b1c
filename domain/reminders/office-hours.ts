/** When an institution is at work: between its hours, in Bucharest, on the working days of its own calendar. */
import { isWorkingDay, nextWorkingDay, type WorkingCalendar } from "../calendar/working-calendar.ts";
import { addDays, atLocalTime, bucharestDate } from "../plain-date.ts";

export interface OfficeHours {
  /** The full hour at which it opens, 0 to 22. */
  readonly opens: number;
  /** The full hour at which it closes, later than it opens, 1 to 23. */
  readonly closes: number;
}

/** The hours of an institution that has set none. */
export const DEFAULT_HOURS: OfficeHours = { opens: 8, closes: 16 };

/** A reminder that is later than this, in milliseconds, since nobody could send it at its time, waits for the office to be open. */
export const PUNCTUAL_MS = 30 * 60_000;

/** True from the opening on, until the closing, of a working day. */
export function isOfficeOpen(calendar: WorkingCalendar, { opens, closes }: OfficeHours, at: Date): boolean {
  const day = bucharestDate(at);
  return isWorkingDay(calendar, day) && at >= atLocalTime(day, opens) && at < atLocalTime(day, closes);
}

/** The instant itself when the office is open, otherwise the next opening. @throws CalendarRangeError outside the table. */
export function nextOfficeMinute(calendar: WorkingCalendar, hours: OfficeHours, at: Date): Date {
  if (isOfficeOpen(calendar, hours, at)) return at;
  const day = bucharestDate(at);
  const today = atLocalTime(nextWorkingDay(calendar, day), hours.opens);
  return today > at ? today : atLocalTime(nextWorkingDay(calendar, addDays(day, 1)), hours.opens);
}

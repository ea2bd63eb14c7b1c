import { CalendarRangeError, countWorkingDays, type WorkingCalendar } from "../calendar/working-calendar.ts";
import type { PlainDate } from "../plain-date.ts";

/**
 * Working days from today to a due date: 0 on the day itself, negative when it is over, at least -1 then, also on a
 * day off. Undefined when the calendar does not reach it.
 */
export function workingDaysLeft(calendar: WorkingCalendar, today: PlainDate, dueOn: PlainDate): number | undefined {
  try {
    const left = countWorkingDays(calendar, today, dueOn);
    return today > dueOn ? Math.min(left, -1) : left;
  } catch (error) {
    if (error instanceof CalendarRangeError) return undefined;
    throw error;
  }
}

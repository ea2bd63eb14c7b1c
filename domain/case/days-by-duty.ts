/** How many days a file, or many files, spent in whose hands. */
import { countWorkingDays, type WorkingCalendar } from "../calendar/working-calendar.ts";
import type { Duty } from "../people/roles.ts";
import { addDays, dayNumber, minDate, type PlainDate } from "../plain-date.ts";
import type { Holding } from "./holdings.ts";

export interface DutyDays {
  readonly duty: Duty;
  /** Working days of the DSP of the file, so that all hands are measured alike; those suspended left out. */
  readonly workingDays: number;
  /** Calendar days, those suspended left out. */
  readonly calendarDays: number;
  /** Calendar days during which the term of the work stood still. */
  readonly suspendedDays: number;
}

/** A run of days, so many times: `files` files had it. */
export interface CountedRun extends Pick<Holding, "duty" | "suspended"> {
  readonly fromOn: PlainDate;
  readonly untilOn: PlainDate;
  readonly files: number;
  readonly calendar: WorkingCalendar;
}

/** The days of a file up to today, in the order in which its hands came first. */
export function daysByDuty(holdings: readonly Holding[], today: PlainDate, calendar: WorkingCalendar): DutyDays[] {
  return sumOfRuns(
    holdings.map(({ untilOn = today, ...holding }) => ({
      ...holding,
      untilOn: minDate(untilOn, today),
      files: 1,
      calendar,
    })),
  );
}

/** @throws CalendarRangeError for days outside the calendar. */
export function sumOfRuns(runs: readonly CountedRun[]): DutyDays[] {
  const sums = new Map<Duty, { workingDays: number; calendarDays: number; suspendedDays: number }>();
  for (const { duty, suspended, fromOn, untilOn, files, calendar } of runs) {
    const sum = sums.get(duty) ?? { workingDays: 0, calendarDays: 0, suspendedDays: 0 };
    sums.set(duty, sum);
    if (untilOn < fromOn) continue;
    const days = dayNumber(untilOn) - dayNumber(fromOn) + 1;
    if (suspended) sum.suspendedDays += days * files;
    else {
      sum.calendarDays += days * files;
      sum.workingDays += countWorkingDays(calendar, addDays(fromOn, -1), untilOn) * files;
    }
  }
  return [...sums].map(([duty, sum]) => ({ duty, ...sum }));
}

/** A year of the calendar, month by month: of an institution, or of nobody in particular. */
import type { CalendarDayView, CalendarYearView, DeclaredDayView } from "../../domain/calendar/administration.ts";
import { institutionCalendar, publicCalendar } from "../../domain/calendar/calendar-data.ts";
import { FIRST_YEAR, LAST_YEAR } from "../../domain/calendar/romanian-holidays.ts";
import { isWorkingDay, whyNotCounted, type WorkingCalendar } from "../../domain/calendar/working-calendar.ts";
import { addDays, plainDate, weekday, yearOf, type PlainDate } from "../../domain/plain-date.ts";
import type { CalendarData } from "../../domain/calendar/calendar-data.ts";
import { invalidField } from "../http/api-error.ts";
import type { RecordedDay } from "./standing.ts";

export interface YearAsked {
  readonly year: number;
  readonly institution?: string | undefined;
  /** Whether the people who declared the days are named. */
  readonly named: boolean;
}

/** @throws ApiError 422 for a year outside the table. */
export function yearView(
  data: CalendarData,
  recorded: readonly RecordedDay[],
  { year, institution, named }: YearAsked,
): CalendarYearView {
  requireYear(year);
  const calendar = institution === undefined ? publicCalendar(data) : institutionCalendar(data, institution);
  const declared = daysOf(recorded, { year, institution });
  return {
    year,
    confirmed: data.confirmedYears.includes(year),
    number: data.number,
    firstYear: FIRST_YEAR,
    lastYear: LAST_YEAR,
    ...(institution === undefined ? {} : { institution }),
    months: Array.from({ length: 12 }, (_, index) => ({
      month: index + 1,
      days: datesOf(year, index + 1).map((date) => dayView(calendar, declared, date)),
    })),
    declared: declared.map((day) => declaredView(day, named)),
    interruptions: data.interruptions,
  };
}

/** @throws ApiError 422 for a year outside the table. */
export function requireYear(year: number): void {
  if (year >= FIRST_YEAR && year <= LAST_YEAR) return;
  throw invalidField("YEAR_OUTSIDE_CALENDAR", "year", { year, firstYear: FIRST_YEAR, lastYear: LAST_YEAR });
}

/** The declared days that somebody's calendar holds; without an institution, those for everyone and the public sector. */
export function daysOf(
  recorded: readonly RecordedDay[],
  { year, institution }: { readonly year?: number | undefined; readonly institution?: string | undefined },
): RecordedDay[] {
  return recorded.filter(
    (day) =>
      (year === undefined || yearOf(day.date) === year) &&
      (day.institution === undefined || day.institution === institution),
  );
}

function datesOf(year: number, month: number): PlainDate[] {
  const first = plainDate(`${year}-${String(month).padStart(2, "0")}-01`);
  const dates: PlainDate[] = [];
  for (let date = first; date.slice(0, 7) === first.slice(0, 7); date = addDays(date, 1)) dates.push(date);
  return dates;
}

function dayView(calendar: WorkingCalendar, declared: readonly RecordedDay[], date: PlainDate): CalendarDayView {
  const why = whyNotCounted(calendar, date);
  // For nobody in particular, a day off of the public sector works, and is shown beside.
  const reason = why?.kind === "public-sector-only" ? { ...why, kind: "day-off" as const } : why;
  const day = declared.find(
    (each) =>
      each.date === date &&
      each.kind === reason?.kind &&
      each.scope === reason.scope &&
      each.institution === reason.institution,
  );
  return {
    date,
    weekday: weekday(date),
    working: isWorkingDay(calendar, date),
    ...(reason === undefined ? {} : { reason: { ...reason, ...(day === undefined ? {} : { id: day.id }) } }),
  };
}

function declaredView({ declaredBy, ...day }: RecordedDay, named: boolean): DeclaredDayView {
  return { ...day, ...(named && declaredBy !== null ? { declaredBy } : {}) };
}

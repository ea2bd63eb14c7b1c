/** Which institutions are at work. */
import type pg from "pg";
import { institutionCalendar, type CalendarData } from "../../domain/calendar/calendar-data.ts";
import { isWorkingDay } from "../../domain/calendar/working-calendar.ts";
import { bucharestDate } from "../../domain/plain-date.ts";
import { isOfficeOpen } from "../../domain/reminders/office-hours.ts";
import type { CalendarReader } from "../../prisma/calendar-reader.ts";

const INSTITUTIONS = `
  SELECT id, name_ro AS ro, name_en AS en, office_opens AS opens, office_closes AS closes FROM institutions ORDER BY id`;

export interface InstitutionRow {
  readonly id: string;
  readonly ro: string;
  readonly en: string;
  readonly opens: number;
  readonly closes: number;
}

/** Institutions at work on the day of the instant; `open`: at the very minute. */
export async function institutionsAtWork(
  pool: pg.Pool,
  calendar: CalendarData,
  now: Date,
): Promise<readonly (InstitutionRow & { readonly open: boolean })[]> {
  const { rows } = await pool.query<InstitutionRow>(INSTITUTIONS);
  const today = bucharestDate(now);
  return rows.flatMap((row) => {
    const own = institutionCalendar(calendar, row.id);
    return isWorkingDay(own, today) ? [{ ...row, open: isOfficeOpen(own, row, now) }] : [];
  });
}

/** The institutions whose office is closed at the instant. */
export async function closedOffices(pool: pg.Pool, calendars: CalendarReader, now: Date): Promise<readonly string[]> {
  const { rows } = await pool.query<InstitutionRow>(INSTITUTIONS);
  const calendar = await calendars.latest();
  return rows.flatMap((row) => (isOfficeOpen(institutionCalendar(calendar, row.id), row, now) ? [] : [row.id]));
}

import { institutionCalendar, type CalendarData } from "../calendar/calendar-data.ts";
import type { WorkingCalendar } from "../calendar/working-calendar.ts";
import type { InstitutionKind } from "../people/roles.ts";

/** The calendar of an institution of the case, its declared days included. */
export type CalendarOf = (institution: InstitutionKind) => WorkingCalendar;

/** The calendars of a case's institutions. */
export function calendarsOf(data: CalendarData, institutions: Readonly<Record<InstitutionKind, string>>): CalendarOf {
  return (kind) => institutionCalendar(data, institutions[kind]);
}

import { institutionCalendar, type CalendarData } from "../calendar/calendar-data.ts";
import type { WorkingCalendar } from "../calendar/working-calendar.ts";
import { getHouse, type Houses } from "../people/houses.ts";
import type { InstitutionKind } from "../people/roles.ts";

/** The calendar of an institution of the case, its declared days included. */
export type CalendarOf = (institution: InstitutionKind) => WorkingCalendar;

/** The calendars of a case's institutions. */
export function calendarsOf(data: CalendarData, houses: Houses): CalendarOf {
  return (kind) => institutionCalendar(data, getHouse(houses, kind));
}

import type { CalendarData } from "../../domain/calendar/calendar-data.ts";
import { calendarsOf } from "../../domain/case/calendars.ts";
import type { Surroundings } from "../../domain/case/present.ts";
import { housesOf, type HouseColumns } from "../../domain/people/houses.ts";
import { bucharestDate } from "../../domain/plain-date.ts";
import type { CaseRow } from "./read-case.ts";

/** What surrounds the state of a file: today, its houses and their calendars. */
export function surroundingsOf(
  row: HouseColumns & Pick<CaseRow, "settings">,
  calendar: CalendarData,
  now: Date,
): Surroundings {
  const institutions = housesOf(row);
  return {
    today: bucharestDate(now),
    institutions,
    calendarOf: calendarsOf(calendar, institutions),
    settings: row.settings ?? {},
  };
}

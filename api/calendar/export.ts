/** The calendar as a file: CSV for spreadsheets, iCalendar for calendar programs. What is exported can be imported. */
import ICAL from "ical.js";
import { whomOf } from "../../domain/calendar/acts.ts";
import { FIRST_YEAR, LAST_YEAR, ROMANIAN_HOLIDAYS } from "../../domain/calendar/romanian-holidays.ts";
import type { DeclaredDay } from "../../domain/calendar/working-calendar.ts";
import type { Language } from "../../domain/i18n/language.ts";
import { addDays, yearOf, type PlainDate } from "../../domain/plain-date.ts";
import { BYTE_ORDER_MARK, csvLines } from "../spreadsheets/csv.ts";
import type { RecordedDay } from "./standing.ts";

export const CSV_COLUMNS = ["date", "kind", "for", "legalAct", "name"] as const;
/** Properties of our own, which say what iCalendar has no words for. */
export const ICS_KIND = "x-dosar-kind";
export const ICS_FOR = "x-dosar-for";

const KIND_NAMES: Readonly<Record<DeclaredDay["kind"], Record<Language, string>>> = {
  "day-off": { ro: "Zi liberă", en: "Day off" },
  "recovery-day": { ro: "Zi de recuperare", en: "Recovery day" },
};

/** A day of the file. */
export interface ExportedDay {
  /** The same for the same day in every export. */
  readonly uid: string;
  readonly date: PlainDate;
  readonly kind: "holiday" | DeclaredDay["kind"];
  readonly for: string;
  readonly legalAct: string;
  readonly name: string;
  /** Instant (ISO) from which it stands so. */
  readonly at: string;
}

/** Legal holidays and declared days by date; of one year, or of all that the calendar covers. */
export function exportedDays(
  declared: readonly RecordedDay[],
  year: number | undefined,
  language: Language,
): ExportedDay[] {
  const [from, to] = year === undefined ? [FIRST_YEAR, LAST_YEAR] : [year, year];
  const holidays = ROMANIAN_HOLIDAYS.filter(({ date }) => yearOf(date) >= from && yearOf(date) <= to).map(
    ({ date, name, law }, place, all): ExportedDay => ({
      uid: `holiday-${date}${all[place - 1]?.date === date ? "-2" : ""}@dosar`,
      date,
      kind: "holiday",
      for: "everyone",
      legalAct: law,
      name: name[language],
      at: `${date}T00:00:00.000Z`,
    }),
  );
  const days = declared.map((day): ExportedDay => ({
    uid: `${day.id}@dosar`,
    date: day.date,
    kind: day.kind,
    for: whomOf(day),
    legalAct: day.legalAct,
    name: KIND_NAMES[day.kind][language],
    at: day.declaredAt,
  }));
  return [...holidays, ...days].toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

/** With a byte order mark and semicolons, as a Romanian spreadsheet opens it; what looks like a formula is made a text. */
export function toCsv(days: readonly ExportedDay[]): string {
  const rows = days.map((day) => CSV_COLUMNS.map((column) => day[column]));
  return BYTE_ORDER_MARK + csvLines([[...CSV_COLUMNS], ...rows]);
}

/** Events of whole days that take no time of anybody's. */
export function toIcs(days: readonly ExportedDay[]): string {
  const calendar = new ICAL.Component("vcalendar");
  calendar.addPropertyWithValue("version", "2.0");
  calendar.addPropertyWithValue("prodid", "-//Dosar//Calendar//RO");
  calendar.addPropertyWithValue("calscale", "GREGORIAN");
  for (const day of days) calendar.addSubcomponent(eventOf(day));
  return `${calendar.toString()}\r\n`;
}

function eventOf(day: ExportedDay): ICAL.Component {
  const event = new ICAL.Component("vevent");
  event.addPropertyWithValue("uid", day.uid);
  event.addPropertyWithValue("dtstamp", ICAL.Time.fromJSDate(new Date(day.at), true));
  event.addPropertyWithValue("dtstart", ICAL.Time.fromDateString(day.date));
  event.addPropertyWithValue("dtend", ICAL.Time.fromDateString(addDays(day.date, 1)));
  event.addPropertyWithValue("summary", day.name);
  event.addPropertyWithValue("description", day.legalAct);
  event.addPropertyWithValue("transp", "TRANSPARENT");
  event.addPropertyWithValue(ICS_KIND, day.kind);
  event.addPropertyWithValue(ICS_FOR, day.for);
  return event;
}

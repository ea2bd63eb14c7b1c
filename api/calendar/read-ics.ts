import ICAL from "ical.js";
import { addDays, dayNumber, isPlainDate, type PlainDate } from "../../domain/plain-date.ts";
import { ICS_FOR, ICS_KIND } from "./export.ts";
import { LONGEST_EVENT_DAYS, LineProblem, type FoundDay } from "./found-days.ts";

const SECONDS_PER_DAY = 86_400;

/** The days of an iCalendar file. @throws LineProblem for the file as a whole. */
export function readIcs(text: string): FoundDay[] {
  const lines = text.split(/\r?\n/);
  const starts = lines.flatMap((line, index) => (/^BEGIN:VEVENT\s*$/i.test(line) ? [index + 1] : []));
  const events = parsed(text, lines).getAllSubcomponents("vevent");
  if (events.length === 0) throw new LineProblem(1, "IMPORT_EMPTY");
  return events.flatMap((event, place) => daysOf(event, starts[place] ?? 1));
}

function parsed(text: string, lines: readonly string[]): ICAL.Component {
  try {
    const calendars: unknown = ICAL.parse(text);
    // Several calendars in one text are an array of them; a single one begins with its name.
    const [first] = calendars as unknown[];
    return new ICAL.Component((typeof first === "string" ? calendars : first) as unknown[]);
  } catch {
    const unreadable = lines.findIndex((line) => line.trim() !== "" && !/^\s|^[\w-]+[;:]/.test(line));
    throw new LineProblem(unreadable < 0 ? lines.length : unreadable + 1, "IMPORT_UNREADABLE_ICS");
  }
}

function daysOf(event: ICAL.Component, line: number): FoundDay[] {
  const start = event.getFirstProperty("dtstart");
  const found = (date: string): FoundDay => ({
    line,
    date: { text: date, at: "DTSTART" },
    kind: { text: textOf(event, ICS_KIND) || "day-off", at: ICS_KIND.toUpperCase() },
    for: { text: textOf(event, ICS_FOR), at: ICS_FOR.toUpperCase() },
    legalAct: { text: textOf(event, "description"), at: "DESCRIPTION" },
  });
  const isAllDay = start?.type === "date";
  const first = start === null ? "" : rawDate(start);
  if (event.getFirstProperty("rrule") !== null) return [{ ...found(first), problem: "IMPORT_RECURRING" }];
  if (start !== null && !isAllDay) return [{ ...found(first), problem: "IMPORT_NOT_ALL_DAY" }];
  if (!isPlainDate(first)) return [found(first)];
  const length = daysLong(event, first);
  if (length > LONGEST_EVENT_DAYS) return [{ ...found(first), problem: "IMPORT_TOO_LONG" }];
  return Array.from({ length }, (_, day) => found(addDays(first, day)));
}

/** Whole days, by the end of the event or by its duration; one when neither says more. */
function daysLong(event: ICAL.Component, first: PlainDate): number {
  const end = event.getFirstProperty("dtend");
  const after = end === null || end.type !== "date" ? "" : rawDate(end);
  if (isPlainDate(after)) return Math.max(1, dayNumber(after) - dayNumber(first));
  const duration: unknown = event.getFirstPropertyValue("duration");
  return duration instanceof ICAL.Duration ? Math.max(1, Math.ceil(duration.toSeconds() / SECONDS_PER_DAY)) : 1;
}

/** As it is written: the library takes the 99th of a month for a day of a later one. */
function rawDate(property: ICAL.Property): string {
  const value: unknown = property.toJSON()[3];
  return String(value).slice(0, 10);
}

function textOf(event: ICAL.Component, name: string): string {
  const value: unknown = event.getFirstPropertyValue(name);
  return typeof value === "string" ? value.trim() : "";
}

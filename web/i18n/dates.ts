/** Dates as people write them here: zz.ll.aaaa in both languages, instants in Bucharest time. */
import { weekdayName as weekdayText } from "../../domain/i18n/dates.ts";
import type { Language } from "../../domain/i18n/language.ts";
import { isPlainDate, weekday, type PlainDate, type Weekday } from "../../domain/plain-date.ts";

const MONTHS = {
  ro: [
    "ianuarie",
    "februarie",
    "martie",
    "aprilie",
    "mai",
    "iunie",
    "iulie",
    "august",
    "septembrie",
    "octombrie",
    "noiembrie",
    "decembrie",
  ],
  en: [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
  ],
} as const satisfies Record<Language, readonly string[]>;

const INSTANT = new Intl.DateTimeFormat("ro-RO", {
  timeZone: "Europe/Bucharest",
  day: "2-digit",
  month: "2-digit",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/** `2026-03-02` as `02.03.2026`. */
export function formatDate(date: string): string {
  return `${date.slice(8, 10)}.${date.slice(5, 7)}.${date.slice(0, 4)}`;
}

/** `marți` or `Tuesday`. */
export function weekdayName(day: Weekday, language: Language): string {
  return weekdayText(day)[language];
}

/** `mai` or `May` for a month, 1 to 12. */
export function monthName(month: number, language: Language): string {
  return MONTHS[language][month - 1] ?? "";
}

/** `vineri, 2 mai 2025`, `Friday, 2 May 2025`: a date as it is said. */
export function longDate(date: PlainDate, language: Language): string {
  const month = monthName(Number(date.slice(5, 7)), language);
  return `${weekdayName(weekday(date), language)}, ${Number(date.slice(8))} ${month} ${date.slice(0, 4)}`;
}

/** An ISO instant as `02.03.2026, 14:05`, Bucharest time. */
export function formatInstant(instant: string): string {
  return INSTANT.format(new Date(instant));
}

/** What a person typed as a date: `2.3.2026`, `02/03/2026`, `02-03-2026`, `02032026` or `2026-03-02`; undefined when it is no real day. */
export function parseTypedDate(typed: string): PlainDate | undefined {
  const text = typed.trim();
  const local = /^(\d{1,2})[.\-/ ](\d{1,2})[.\-/ ](\d{4})$/.exec(text) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(text);
  const iso = local === null ? text : `${local[3]}-${pad(local[2])}-${pad(local[1])}`;
  return isPlainDate(iso) ? iso : undefined;
}

function pad(number: string | undefined): string {
  return String(number).padStart(2, "0");
}

/** Dates as people read them. */
import type { Text } from "../case/commands.ts";
import { weekday, type PlainDate, type Weekday } from "../plain-date.ts";
import type { Language } from "./language.ts";

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

const WEEKDAYS: Readonly<Record<Weekday, Text>> = {
  1: { ro: "luni", en: "Monday" },
  2: { ro: "marți", en: "Tuesday" },
  3: { ro: "miercuri", en: "Wednesday" },
  4: { ro: "joi", en: "Thursday" },
  5: { ro: "vineri", en: "Friday" },
  6: { ro: "sâmbătă", en: "Saturday" },
  7: { ro: "duminică", en: "Sunday" },
};

const TIME = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/Bucharest",
  hour: "2-digit",
  minute: "2-digit",
});

/** `05.03.2026` in Romanian, `5 March 2026` in English. */
export function formatDate(date: PlainDate, language: Language): string {
  const [year = "", month = "", day = ""] = date.split("-");
  return language === "ro" ? `${day}.${month}.${year}` : `${Number(day)} ${monthName(date, language)} ${year}`;
}

/** `joi, 5 martie 2026`, `Thursday, 5 March 2026`. */
export function longDate(date: PlainDate, language: Language): string {
  return `${dayName(date, language)}, ${Number(date.slice(8))} ${monthName(date, language)} ${date.slice(0, 4)}`;
}

/** `joi`, `Thursday`. */
export function dayName(date: PlainDate, language: Language): string {
  return weekdayName(weekday(date))[language];
}

export function weekdayName(weekday: Weekday): Text {
  return WEEKDAYS[weekday];
}

/** `martie`, `March`. */
export function monthName(date: PlainDate, language: Language): string {
  return MONTHS[language][Number(date.slice(5, 7)) - 1] ?? "";
}

/** `14:05`: the time in Bucharest at an instant. */
export function timeOfDay(instant: Date): string {
  return TIME.format(instant);
}

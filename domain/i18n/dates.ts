/** Dates as people read them. */
import type { Text } from "../case/commands.ts";
import type { PlainDate, Weekday } from "../plain-date.ts";
import type { Language } from "./language.ts";

const ENGLISH_MONTHS = [
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
] as const;

/** `05.03.2026` in Romanian, `5 March 2026` in English. */
export function formatDate(date: PlainDate, language: Language): string {
  const [year = "", month = "", day = ""] = date.split("-");
  return language === "ro"
    ? `${day}.${month}.${year}`
    : `${Number(day)} ${ENGLISH_MONTHS[Number(month) - 1] ?? month} ${year}`;
}

const WEEKDAYS: Readonly<Record<Weekday, Text>> = {
  1: { ro: "luni", en: "Monday" },
  2: { ro: "marți", en: "Tuesday" },
  3: { ro: "miercuri", en: "Wednesday" },
  4: { ro: "joi", en: "Thursday" },
  5: { ro: "vineri", en: "Friday" },
  6: { ro: "sâmbătă", en: "Saturday" },
  7: { ro: "duminică", en: "Sunday" },
};

export function weekdayName(weekday: Weekday): Text {
  return WEEKDAYS[weekday];
}

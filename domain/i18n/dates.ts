/** Dates as people read them. */
import type { PlainDate } from "../plain-date.ts";
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

/** Dates and countries as a letter in its language writes them. */
import { formatDate } from "../../../domain/i18n/dates.ts";
import type { LetterLanguage } from "../../../domain/case/letters.ts";
import type { PlainDate } from "../../../domain/plain-date.ts";

const MONTHS = {
  fr: [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
  ],
  de: [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
  ],
} as const;

/** `05.03.2026`, `5 March 2026`, `5 mars 2026`, `5. März 2026`. */
export function letterDate(date: PlainDate, language: LetterLanguage): string {
  if (language === "ro" || language === "en") return formatDate(date, language);
  const [year = "", month = "", day = ""] = date.split("-");
  const name = MONTHS[language][Number(month) - 1] ?? "";
  if (language === "de") return `${Number(day)}. ${name} ${year}`;
  return `${day === "01" ? "1er" : Number(day)} ${name} ${year}`;
}

/** The name of a country; its code when it has none. */
export function countryName(code: string, language: LetterLanguage): string {
  try {
    return new Intl.DisplayNames([language], { type: "region" }).of(code) ?? code;
  } catch {
    return code;
  }
}

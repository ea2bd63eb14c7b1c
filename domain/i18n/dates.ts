/** Dates and numbers of days as people read them. */
import type { PlainDate } from "../plain-date.ts";
import type { Language } from "./language.ts";

const ENGLISH_MONTHS = [
  "January", "February", "March", "April", "May", "June",
  "July", "August", "September", "October", "November", "December",
] as const;

/** `05.03.2026` in Romanian, `5 March 2026` in English. */
export function formatDate(date: PlainDate, language: Language): string {
  const [year = "", month = "", day = ""] = date.split("-");
  return language === "ro" ? `${day}.${month}.${year}` : `${Number(day)} ${ENGLISH_MONTHS[Number(month) - 1] ?? month} ${year}`;
}

/** `o zi lucrătoare`, `2 zile lucrătoare`, `20 de zile lucrătoare`. */
export function formatWorkingDays(count: number, language: Language): string {
  if (language === "en") return count === 1 ? "1 working day" : `${count} working days`;
  if (count === 1) return "o zi lucrătoare";
  return `${count} ${needsDe(count) ? "de zile" : "zile"} lucrătoare`;
}

/** Romanian puts „de” after 0, 20 … 100, and whatever ends in 00 or 20 … 99. */
function needsDe(count: number): boolean {
  const last = Math.abs(count) % 100;
  return count !== 0 && (last === 0 || last >= 20);
}

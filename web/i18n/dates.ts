/** Dates as people write them here: zz.ll.aaaa in both languages, instants in Bucharest time. */
import { isPlainDate, type PlainDate } from "../../domain/plain-date.ts";

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

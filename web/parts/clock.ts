/** Today in Bucharest, for pages that show no file; a file brings its own `today`. */
import { bucharestDate, type PlainDate } from "../../domain/plain-date.ts";

export function today(): PlainDate {
  return bucharestDate(Date.now());
}

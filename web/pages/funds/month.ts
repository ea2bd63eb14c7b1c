import { addMonths, plainDate } from "../../../domain/plain-date.ts";

const MONTH = /^20\d{2}-(0[1-9]|1[0-2])$/;

export function isMonth(text: string | undefined): text is string {
  return text !== undefined && MONTH.test(text);
}

/** The month so many months later, or earlier. */
export function monthAfter(month: string, count: number): string {
  return addMonths(plainDate(`${month}-01`), count).slice(0, 7);
}

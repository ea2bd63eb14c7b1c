import type { PlainDate } from "../plain-date.ts";

/** A date outside the years for which the legal holidays are known. Never answered as if all weekdays worked. */
export class CalendarRangeError extends RangeError {
  readonly code = "CALENDAR_RANGE";
  readonly firstYear: number;
  readonly lastYear: number;
  /** The date that could not be answered; absent when a term runs past the end of the table. */
  readonly date: PlainDate | undefined;

  constructor(firstYear: number, lastYear: number, date?: PlainDate) {
    super(`The working-day calendar covers ${firstYear} to ${lastYear}, not ${date ?? "the end of this term"}`);
    this.name = "CalendarRangeError";
    this.firstYear = firstYear;
    this.lastYear = lastYear;
    this.date = date;
  }
}

/** A number of days, hours, months or years that no term can have: not whole, or below 1. */
export class InvalidTermError extends RangeError {
  readonly code = "INVALID_TERM";
  readonly value: number;

  constructor(value: number) {
    super(`A term is a whole number of at least 1, not ${value}`);
    this.name = "InvalidTermError";
    this.value = value;
  }
}

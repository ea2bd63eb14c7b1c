/** The days that statistics are asked for. */
import { addDays, addMonths, maxDate, minDate, plainDate, yearOf, type PlainDate } from "../../domain/plain-date.ts";
import { invalidField } from "../http/api-error.ts";

/** The first day of the calendar of working days. */
const FIRST_DAY = plainDate("2012-01-01");

export interface Period {
  readonly from: PlainDate;
  /** The last day, which is not after today. */
  readonly to: PlainDate;
}

/** From the first of January to today when not said. @throws ApiError 422 when it ends before it begins. */
export function periodOf(
  asked: { from?: PlainDate | undefined; to?: PlainDate | undefined },
  today: PlainDate,
): Period {
  const to = minDate(asked.to ?? today, today);
  const from = maxDate(asked.from ?? plainDate(`${yearOf(maxDate(to, FIRST_DAY))}-01-01`), FIRST_DAY);
  if (from > to) throw invalidField("DATE_ORDER", "to", { date: to, notBefore: from, what: "from" });
  return { from, to };
}

/** Whole months: two periods of small counts that differ by a day would show that day's. */
export function wholeMonths({ from, to }: Period, today: PlainDate): Period {
  const firstOf = (day: PlainDate): PlainDate => plainDate(`${day.slice(0, 7)}-01`);
  return { from: firstOf(from), to: minDate(addDays(addMonths(firstOf(to), 1), -1), today) };
}

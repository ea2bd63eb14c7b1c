/** How many days a term took: in the days that the term itself is counted in, by the calendar of who owes it. */
import { countWorkingDays, type WorkingCalendar } from "../calendar/working-calendar.ts";
import { calendarFor, getDeadlineRule, type RuleId } from "../law/index.ts";
import { pausesAfter, type Suspension } from "../law/suspensions.ts";
import type { Duty } from "../people/roles.ts";
import { addDays, dayNumber, maxDate, minDate, type PlainDate } from "../plain-date.ts";

export interface TakenTerm {
  readonly rule: RuleId;
  readonly duty: Duty;
  readonly startsOn: PlainDate;
  readonly metOn: PlainDate;
  readonly suspensions: readonly Suspension[];
}

/**
 * Working days for a term in working days, calendar days for any other; the day from which it runs is not counted, that of
 * the act is, and days on which it stood still are left out. So an act on the due date took just as many as the law gives.
 */
export function takenDays(term: TakenTerm, calendar: WorkingCalendar): number {
  const { startsOn, metOn, suspensions } = term;
  if (metOn <= startsOn) return 0;
  const count = dayCount(term, calendar);
  const ended = suspensions.map(({ from, until }) => ({ from, until: until ?? addDays(maxDate(metOn, from), 1) }));
  const still = pausesAfter(startsOn, ended).map(({ from, until }) => {
    const last = minDate(addDays(until, -1), metOn);
    return last < from ? 0 : count(addDays(from, -1), last);
  });
  return count(startsOn, metOn) - still.reduce((sum, days) => sum + days, 0);
}

function dayCount(
  { rule: id, duty, startsOn }: TakenTerm,
  calendar: WorkingCalendar,
): (after: PlainDate, upTo: PlainDate) => number {
  const rule = getDeadlineRule(id, startsOn);
  if (rule.deadline.unit !== "working_days") return (after, upTo) => dayNumber(upTo) - dayNumber(after);
  const own = calendarFor(rule, calendar, { duty });
  return (after, upTo) => countWorkingDays(own, after, upTo);
}

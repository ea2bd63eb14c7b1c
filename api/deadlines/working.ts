/** The days of a due date that was computed for a deadline: by the rule, the calendar and the suspensions that made it. */
import type { WorkingCalendar } from "../../domain/calendar/working-calendar.ts";
import type { TermInput } from "../../domain/case/due.ts";
import type { DueDate } from "../../domain/case/state.ts";
import { calendarFor, explainTerm, getDeadlineRule, type WorkingDay } from "../../domain/law/index.ts";

/** `calendar`: that of the institution of whoever owes the act, as it stood when the date was computed. */
export function workingOf(input: TermInput, due: DueDate, calendar: WorkingCalendar): WorkingDay[] {
  const rule = getDeadlineRule(input.rule, due.startsOn);
  const own = calendarFor(rule, calendar, { duty: input.duty });
  const former = calendarFor(rule, calendar, { duty: input.formerDuty ?? input.duty });
  const counted = former.version === due.calendarVersion ? former : own; // the later date holds (decision 7)
  return explainTerm(rule.deadline, due, counted, input.suspensions);
}

/** A printed due date computed again: by the calendar of then, or of now. */
import { institutionCalendar, publicCalendar, type CalendarData } from "../../domain/calendar/calendar-data.ts";
import type { WorkingCalendar } from "../../domain/calendar/working-calendar.ts";
import { dueDateOf } from "../../domain/case/due.ts";
import { bareTerm, explainBareTerm, type WorkingDay } from "../../domain/law/index.ts";
import type { PlainDate } from "../../domain/plain-date.ts";
import { workingOf } from "../deadlines/working.ts";
import type { PrintedTerm } from "./verification.ts";

export interface Recomputed {
  readonly dueOn: PlainDate;
  readonly practicalDueOn?: PlainDate | undefined;
  readonly effectOn?: PlainDate | undefined;
  readonly provisionalYears: readonly number[];
  readonly days: readonly WorkingDay[];
  /** Whose calendar it was counted by, its settings included. */
  readonly calendar: WorkingCalendar;
}

/** @throws CalendarRangeError outside the calendar. @throws RuleError when the rule did not hold yet. */
export function recompute(term: PrintedTerm, data: CalendarData): Recomputed {
  const { startsOn, institution } = term;
  if (!("rule" in term)) {
    const calendar = institution === undefined ? publicCalendar(data) : institutionCalendar(data, institution);
    const explained = explainBareTerm(bareTerm(term.value, term.kind), startsOn, calendar, {
      suspended: term.suspensions,
    });
    return { ...explained, provisionalYears: explained.provisionalYears ?? [], calendar };
  }
  const calendar = institutionCalendar(data, institution);
  const due = dueDateOf(term, () => calendar);
  const { dueOn, practicalDueOn, effectOn, provisionalYears = [] } = due;
  return { dueOn, practicalDueOn, effectOn, provisionalYears, days: workingOf(term, due, calendar), calendar };
}

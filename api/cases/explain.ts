/** The working of a deadline of a file: the day it runs from, each day counted or not and why, the due date that stands. */
import type { CalendarData } from "../../domain/calendar/calendar-data.ts";
import type { DeadlineExplanation } from "../../domain/case/view.ts";
import type { Language } from "../../domain/i18n/language.ts";
import { calendarFor, countingModeText, explainTerm } from "../../domain/law/index.ts";
import { deadlineView, ruleOf } from "../../domain/moh/view.ts";
import { institutionOfDuty } from "../../domain/people/roles.ts";
import { dayViews } from "../deadlines/days.ts";
import { ruleView } from "../deadlines/rule-view.ts";
import { notFound } from "../http/api-error.ts";
import { surroundingsOf } from "./case-view.ts";
import type { CaseRow } from "./read-case.ts";

/** @throws ApiError 404 for a deadline that the file does not have. */
export function explainCaseDeadline(
  row: CaseRow,
  id: string,
  {
    calendar: data,
    now,
    language,
  }: { readonly calendar: CalendarData; readonly now: Date; readonly language: Language },
): DeadlineExplanation {
  const deadline = Object.hasOwn(row.state.deadlines, id) ? row.state.deadlines[id] : undefined;
  const due = deadline?.due;
  if (deadline === undefined || due === undefined) throw notFound();
  const around = surroundingsOf(row, data, now);
  const rule = ruleOf(deadline);
  const calendar = calendarFor(rule, around.calendarOf(institutionOfDuty(deadline.duty)), {
    duty: deadline.duty,
  });
  const view = deadlineView(row.state, deadline, due, around);
  return {
    startsOn: due.startsOn,
    due: due.dueOn,
    ...(due.practicalDueOn === undefined ? {} : { practicalDueOn: due.practicalDueOn }),
    ...(due.effectOn === undefined ? {} : { effectOn: due.effectOn }),
    passesAt: due.passesAt,
    mode: view.mode,
    modeText: countingModeText(view.mode, language),
    days: dayViews(explainTerm(rule.deadline, due, calendar), language),
    rule: ruleView(rule, calendar, deadline.duty),
    duty: deadline.duty,
    calendarVersion: due.calendarVersion,
    calendarNumber: view.calendarNumber,
    provisional: due.provisionalYears !== undefined,
    provisionalYears: due.provisionalYears ?? [],
    lawVersion: due.lawVersion,
    deadline: view,
    calendarChanged: due.calendarVersion !== calendar.version,
  };
}

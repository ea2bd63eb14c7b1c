/** The working of a deadline of a file: the day it runs from, each day counted or not and why, the due date that stands. */
import { calendarsOf, type CalendarOf } from "../../domain/case/calendars.ts";
import { dueDateOf, type TermInput } from "../../domain/case/due.ts";
import { termInput } from "../../domain/case/settle.ts";
import type { CaseState, DatedDeadline } from "../../domain/case/state.ts";
import type { DeadlineExplanation } from "../../domain/case/view.ts";
import type { Language } from "../../domain/i18n/language.ts";
import { countingModeText } from "../../domain/law/index.ts";
import { anyState, processOf } from "../../domain/processes.ts";
import { deadlineView, ruleOf } from "../../domain/case/present.ts";
import { institutionOfDuty } from "../../domain/people/roles.ts";
import type { CalendarReader } from "../../prisma/calendar-reader.ts";
import { dayViews } from "../deadlines/days.ts";
import { ruleView } from "../deadlines/rule-view.ts";
import { workingOf } from "../deadlines/working.ts";
import { notFound } from "../http/api-error.ts";
import { surroundingsOf } from "./surroundings.ts";
import type { CaseRow } from "./read-case.ts";

export interface ExplainedWith {
  readonly calendars: CalendarReader;
  readonly now: Date;
  readonly language: Language;
}

/**
 * By the calendar with which the date was computed; what today's gives stands beside it where it differs.
 * @throws ApiError 404 for a deadline that the file does not have.
 */
export async function explainCaseDeadline(
  row: CaseRow,
  id: string,
  { calendars, now, language }: ExplainedWith,
): Promise<DeadlineExplanation> {
  const deadline = getDatedDeadline(row.state, id);
  const { due, duty } = deadline;
  const input = termInputOf(row.state, deadline);
  const latest = await calendars.at(row.calendar_number);
  const then = await calendars.at(due.calendarNumber ?? 0); // before calendars were numbered: what came with the product
  const around = surroundingsOf(row, latest, now);
  const calendar = calendarsOf(then, around.institutions)(institutionOfDuty(duty));
  const rule = ruleOf(deadline);
  const view = deadlineView(row.state, deadline, due, around);
  const today = byTodaysCalendar(input, deadline, around.calendarOf);
  return {
    startsOn: due.startsOn,
    due: due.dueOn,
    ...(due.practicalDueOn === undefined ? {} : { practicalDueOn: due.practicalDueOn }),
    ...(due.effectOn === undefined ? {} : { effectOn: due.effectOn }),
    passesAt: due.passesAt,
    mode: view.mode,
    modeText: countingModeText(view.mode, language),
    days: dayViews(workingOf(input, due, calendar), language),
    rule: ruleView(rule, calendar, duty),
    duty,
    calendarVersion: due.calendarVersion,
    calendarNumber: view.calendarNumber,
    provisional: due.provisionalYears !== undefined,
    provisionalYears: due.provisionalYears ?? [],
    lawVersion: due.lawVersion,
    deadline: view,
    calendarChanged: today !== undefined,
    ...(today === undefined ? {} : { today }),
  };
}

/** @throws ApiError 404 for a deadline that the file does not have, or that has no date yet. */
export function getDatedDeadline(state: CaseState, id: string): DatedDeadline {
  const deadline = Object.hasOwn(state.deadlines, id) ? state.deadlines[id] : undefined;
  if (deadline?.due === undefined) throw notFound();
  return { ...deadline, due: deadline.due };
}

/** All that the date of a deadline followed from. The notice to the patient matters to one rule alone (A5). */
export function termInputOf(state: CaseState, deadline: DatedDeadline): TermInput {
  return termInput(
    state,
    deadline,
    deadline.rule === "MOH-42" ? processOf(state.process).noticeOn(anyState(state)) : undefined,
  );
}

function byTodaysCalendar(
  input: TermInput,
  { due }: DatedDeadline,
  calendarOf: CalendarOf,
): DeadlineExplanation["today"] {
  const { dueOn, practicalDueOn, calendarNumber } = dueDateOf(input, calendarOf);
  if ((dueOn === due.dueOn && practicalDueOn === due.practicalDueOn) || calendarNumber === undefined) return undefined;
  return { due: dueOn, ...(practicalDueOn === undefined ? {} : { practicalDueOn }), calendarNumber };
}

/** The read models of a case, made from its state. */
import type { CalendarOf } from "../../domain/case/calendars.ts";
import type { Process } from "../../domain/case/process.ts";
import {
  dateOf,
  deadlineStatus,
  isRunning,
  isSuspended,
  latestOf,
  suspensionsOf,
  type CaseState,
  type DeadlineRecord,
  type StepState,
} from "../../domain/case/state.ts";
import { takenDays } from "../../domain/case/taken-days.ts";
import type { Suspension } from "../../domain/law/suspensions.ts";
import { getHouse, type Houses } from "../../domain/people/houses.ts";
import { institutionOfDuty } from "../../domain/people/roles.ts";
import { bucharestDate, type PlainDate } from "../../domain/plain-date.ts";

/** No term runs: last in every queue. */
const NO_TERM = "9999-12-31" as PlainDate;

export interface CasePlace {
  readonly registrationNumber: string;
  readonly officerId: string;
  readonly institutions: Houses;
  readonly urgencyClass: string | null;
}

export interface WorkItemRow {
  readonly step: string;
  readonly institution_id: string;
  readonly registration_number: string;
  readonly duty: string;
  readonly acts: boolean;
  readonly since: PlainDate;
  readonly due_on: PlainDate;
  readonly urgency_class: string | null;
  readonly stage: string;
  readonly officer_id: string;
  readonly opened_at: string;
  readonly closed_at: string | null;
  /** The legal date of the act that ended it. */
  readonly ended_on: PlainDate | null;
}

/** The rows of one step in the queues: of those who record the act, and of those who owe it when they are others. */
export function workItems<Facts>(
  state: CaseState<Facts>,
  process: Process<Facts>,
  place: CasePlace,
  step: StepState,
): WorkItemRow[] {
  const { institution, owedBy, duty, passive } = process.getStep(step.step);
  if (passive === true) return [];
  const kinds = owedBy === undefined ? [institution] : [institution, owedBy];
  return kinds.map((kind) => ({
    step: step.step,
    institution_id: getHouse(place.institutions, kind),
    registration_number: place.registrationNumber,
    duty,
    acts: kind === institution,
    since: latestOf(state, step.since),
    due_on: dueOfStep(state, process, step),
    urgency_class: place.urgencyClass,
    stage: state.stage,
    officer_id: place.officerId,
    opened_at: step.openedAt,
    closed_at: step.closed?.at ?? null,
    ended_on: endOf(state, step),
  }));
}

/** The date of the act that closed a step; of one that closed without, the day on which it was recorded. */
function endOf<Facts>(state: CaseState<Facts>, { closed }: StepState): PlainDate | null {
  if (closed === undefined) return null;
  const by = closed.by === undefined ? undefined : state.acts[closed.by]?.dates["occurredOn"];
  return by ?? bucharestDate(new Date(closed.at));
}

/** The earliest due date of a step's running deadlines and of those that the process ties to it. */
function dueOfStep<Facts>(state: CaseState<Facts>, process: Process<Facts>, step: StepState): PlainDate {
  const dues = [...step.deadlines, ...process.deadlinesOf(state, step.step)].flatMap((id) => {
    const deadline = state.deadlines[id];
    return deadline?.due !== undefined && isRunning(deadline) && !isSuspended(deadline)
      ? [deadline.due.practicalDueOn ?? deadline.due.dueOn]
      : [];
  });
  return dues.toSorted().at(0) ?? NO_TERM;
}

export interface DeadlineRow {
  readonly id: string;
  readonly rule: string;
  readonly duty: string;
  readonly institution_id: string;
  readonly starts_on: PlainDate;
  readonly due_on: PlainDate;
  readonly practical_due_on: PlainDate | null;
  readonly effect_on: PlainDate | null;
  readonly passes_at: string;
  readonly state: "running" | "suspended" | "ended" | "cancelled";
  readonly met_on: PlainDate | null;
  readonly passed_at: string | null;
  readonly calendar_number: number;
  readonly provisional: boolean;
  readonly basis: string;
  readonly former_duty: string | null;
  readonly former_institution_id: string | null;
  readonly suspensions: readonly Suspension[] | null;
  readonly passes_in_case: boolean;
  /** For statistics: how many days it took to keep it, and whether that was late. */
  readonly taken_days: number | null;
  readonly met_late: boolean | null;
  /** The file had a term of the same kind before. */
  readonly is_repeated: boolean;
}

/** A deadline with all that it is computed from, so that a change of the calendar can be simulated on the rows alone. @throws RangeError for a deadline whose due date has not been computed. */
export function deadlineRow<Facts>(
  state: CaseState<Facts>,
  process: Process<Facts>,
  place: CasePlace,
  deadline: DeadlineRecord,
  calendarOf: CalendarOf,
): DeadlineRow {
  const { id, rule, basis, duty, formerDuty, due, endedBy, passedAt } = deadline;
  if (due === undefined) throw new RangeError(`deadline ${id} has no due date`);
  return {
    id,
    rule,
    duty,
    institution_id: getHouse(place.institutions, institutionOfDuty(duty)),
    starts_on: due.startsOn,
    due_on: due.dueOn,
    practical_due_on: due.practicalDueOn ?? null,
    effect_on: due.effectOn ?? null,
    passes_at: due.passesAt,
    state: rowState(deadline),
    met_on: endedBy === undefined ? null : dateOf(state, endedBy),
    passed_at: passedAt ?? null,
    calendar_number: due.calendarNumber ?? 0,
    provisional: due.provisionalYears !== undefined,
    basis,
    former_duty: formerDuty ?? null,
    former_institution_id:
      formerDuty === undefined ? null : getHouse(place.institutions, institutionOfDuty(formerDuty)),
    suspensions: deadline.suspensions === undefined ? null : suspensionsOf(state, deadline),
    passes_in_case: process.passesInCase(deadline),
    ...takenOf(state, deadline, calendarOf),
    is_repeated: Object.values(state.deadlines).some(
      (other) => other.seq < deadline.seq && other.rule === rule && other.basis === basis && other.duty === duty,
    ),
  };
}

function takenOf<Facts>(
  state: CaseState<Facts>,
  deadline: DeadlineRecord,
  calendarOf: CalendarOf,
): Pick<DeadlineRow, "taken_days" | "met_late"> {
  const { rule, duty, due, endedBy } = deadline;
  if (due === undefined || rowState(deadline) !== "ended" || endedBy === undefined) {
    return { taken_days: null, met_late: null };
  }
  const metOn = dateOf(state, endedBy);
  const term = { rule, duty, startsOn: due.startsOn, metOn, suspensions: suspensionsOf(state, deadline) };
  return {
    taken_days: takenDays(term, calendarOf(institutionOfDuty(duty))),
    met_late: deadlineStatus(state, deadline, metOn) === "met-late",
  };
}

function rowState(deadline: DeadlineRecord): DeadlineRow["state"] {
  if (deadline.cancelled !== undefined) return "cancelled";
  if (deadline.endedBy !== undefined) return "ended";
  return isSuspended(deadline) ? "suspended" : "running";
}

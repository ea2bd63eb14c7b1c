/** How due dates move: what makes one out of date, and what becomes of it when it is computed anew. No calendar here. */
import type { PlainDate } from "../plain-date.ts";
import type { Seq } from "./events.ts";
import type { CaseState, DeadlineRecord, DueDate, ProcessFold } from "./state.ts";

/**
 * `entry`: an act entered late from which the term runs. `correction` of a date, change of the `calendar`, `suspension`
 * or resumption, passing of the `duty` to somebody else, `notice` to the patient.
 */
export type MoveCause = "entry" | "correction" | "calendar" | "suspension" | "duty" | "notice";

/** Why a due date is out of date: the event after which it no longer follows from the state. */
export interface Stale {
  readonly seq: Seq;
  /** Instant (ISO) of the event. */
  readonly at: string;
  readonly cause: MoveCause;
}

/** The last good day of a deadline moved. */
export interface Move extends Stale {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** The due date, if there is one, is to be computed anew. A change of the calendar touches all: what else happened in the same batch says more. */
export function markStale(
  deadline: DeadlineRecord,
  cause: MoveCause,
  { seq, at }: { readonly seq: Seq; readonly at: string },
): void {
  if (deadline.due === undefined || (cause === "calendar" && deadline.stale !== undefined)) return;
  deadline.stale = { seq, at, cause };
}

/** A term that runs otherwise than it did is computed anew; when it had passed, it passes again on its new date. */
export function runAnew<Facts>(
  state: CaseState<Facts>,
  deadline: DeadlineRecord,
  cause: MoveCause,
  event: { readonly seq: Seq; readonly at: string },
  process: Pick<ProcessFold<Facts>, "applyReopened">,
): void {
  markStale(deadline, cause, event);
  if (deadline.passedAt !== undefined) reopen(state, deadline, process);
}

function reopen<Facts>(
  state: CaseState<Facts>,
  deadline: DeadlineRecord,
  process: Pick<ProcessFold<Facts>, "applyReopened">,
): void {
  delete deadline.passedAt;
  process.applyReopened(state.facts, deadline);
}

/** The day until the end of which the act is in time: the practical due date where there is one (A2, A9). */
export function lastDayOf({ dueOn, practicalDueOn }: Pick<DueDate, "dueOn" | "practicalDueOn">): PlainDate {
  return practicalDueOn ?? dueOn;
}

/**
 * Writes computed due dates into the state, the same in the commit and in the workflow. What moved is kept; a deadline
 * that had passed and now passes later runs again. @returns the deadlines whose last day moved.
 */
export function applyDues<Facts>(
  state: CaseState<Facts>,
  dues: Readonly<Record<string, DueDate>>,
  process: Pick<ProcessFold<Facts>, "applyReopened">,
): string[] {
  return Object.entries(dues)
    .flatMap(([id, due]) => {
      const deadline = state.deadlines[id];
      return deadline === undefined ? [] : [{ deadline, due }];
    })
    .toSorted((a, b) => Number(runsFromAnother(a.deadline)) - Number(runsFromAnother(b.deadline)))
    .filter(({ deadline, due }) => applyDue(state, deadline, due, process))
    .map(({ deadline }) => deadline.id);
}

/** True for a term that runs from the last day of another one, which is computed before it. */
export function runsFromAnother({ from }: Pick<DeadlineRecord, "from">): boolean {
  return from.some(({ endOf }) => endOf !== undefined);
}

/** The deadlines that run from the last day of this one. */
function followersOf({ deadlines }: CaseState, id: string): DeadlineRecord[] {
  return Object.values(deadlines).filter(({ from }) => from.some(({ endOf }) => endOf === id));
}

function applyDue<Facts>(
  state: CaseState<Facts>,
  deadline: DeadlineRecord,
  due: DueDate,
  process: Pick<ProcessFold<Facts>, "applyReopened">,
): boolean {
  const { due: before, stale, passedAt } = deadline;
  deadline.due = due;
  delete deadline.stale;
  if (passedAt !== undefined && due.passesAt > passedAt) reopen(state, deadline, process);
  if (before === undefined || stale === undefined || lastDayOf(before) === lastDayOf(due)) return false;
  deadline.moves = [...(deadline.moves ?? []), { ...stale, from: lastDayOf(before), to: lastDayOf(due) }];
  for (const follower of followersOf(state, deadline.id)) runAnew(state, follower, stale.cause, stale, process);
  return true;
}

/**
 * The state of a case, folded from its events by one pure function that the workflow and the commit both use.
 */
import { maxDate, type PlainDate } from "../plain-date.ts";
import type { RuleId } from "../law/index.ts";
import type { Duty } from "../people/roles.ts";
import type { Act, CaseEvent, CloseCause, DateRef, DeadlineBasis, Seq } from "./events.ts";

/** What the calendar and the law answered for a deadline; recorded, never recomputed on replay. */
export interface DueDate {
  readonly startsOn: PlainDate;
  /** The strict due date: done by the end of this day is in time. */
  readonly dueOn: PlainDate;
  /** When the strict date is not a working day (A2, A9): done by the end of this one is in time as well. */
  readonly practicalDueOn?: PlainDate;
  /** The day from which lateness may have an effect against the patient side (A1, A5). */
  readonly effectOn?: PlainDate;
  /** Instant (ISO) from which the deadline counts as passed. */
  readonly passesAt: string;
  readonly calendarVersion: string;
  readonly lawVersion: string;
}

export interface StepState {
  readonly step: string;
  readonly since: readonly DateRef[];
  readonly openedAt: string;
  readonly deadlines: readonly string[];
  closed?: { readonly at: string; readonly cause: CloseCause; readonly by?: Seq };
}

export interface DeadlineRecord {
  readonly id: string;
  readonly rule: RuleId;
  readonly basis: DeadlineBasis;
  duty: Duty;
  readonly from: readonly DateRef[];
  readonly clinic?: string;
  /** Absent until the commit has computed it, and again after a correction moved its start. */
  due?: DueDate;
  /** The due date before the last recomputation, kept when the later one must hold (decision 7). */
  atLeast?: PlainDate;
  /** The instant at which the case recorded that it passed. */
  passedAt?: string;
  endedBy?: DateRef;
  cancelled?: CloseCause;
}

export type DeadlineStatus = "open" | "overdue" | "met" | "met-late" | "cancelled";

export interface CaseState<Facts = unknown> {
  readonly caseId: string;
  readonly process: string;
  /** Accepted commands so far; an officer's command names the version that it was made on. */
  version: number;
  lastSeq: Seq;
  acts: Record<Seq, Act>;
  steps: Record<string, StepState>;
  deadlines: Record<string, DeadlineRecord>;
  stage: string;
  stageSince: readonly DateRef[];
  outcome?: string;
  facts: Facts;
}

/** What one process adds to the fold: its own facts, and the stage that each of its steps stands for. */
export interface ProcessFold<Facts> {
  readonly name: string;
  readonly firstStage: string;
  noFacts(): Facts;
  applyAct(facts: Facts, act: Act, state: CaseState<Facts>): void;
  applyPassed(facts: Facts, deadline: DeadlineRecord): void;
  /** The stage that opening this step brings the case to; undefined for steps beside the main line. */
  stageOf(step: string): string | undefined;
}

/** The state of a case before its first event. */
export function emptyCase<Facts>(caseId: string, process: ProcessFold<Facts>): CaseState<Facts> {
  return {
    caseId,
    process: process.name,
    version: 0,
    lastSeq: 0,
    acts: {},
    steps: {},
    deadlines: {},
    stage: process.firstStage,
    stageSince: [],
    facts: process.noFacts(),
  };
}

/** Folds one event into the state, in place. @throws RangeError when the event is not the next one. */
export function applyEvent<Facts>(state: CaseState<Facts>, event: CaseEvent, process: ProcessFold<Facts>): void {
  if (event.seq !== state.lastSeq + 1) {
    throw new RangeError(`event ${event.seq} cannot follow ${state.lastSeq} in case ${state.caseId}`);
  }
  state.lastSeq = event.seq;
  switch (event.type) {
    case "actRecorded": {
      const act: Act = { ...event.act, seq: event.seq, recordedAt: event.at };
      state.version += 1;
      state.acts[event.seq] = act;
      if (isCorrection(act)) applyCorrection(state, act.facts);
      process.applyAct(state.facts, act, state);
      return;
    }
    case "stepOpened": {
      const { step, since, deadlines } = event;
      state.steps[step] = { step, since, deadlines, openedAt: event.at };
      const stage = process.stageOf(step);
      if (stage !== undefined) {
        state.stage = stage;
        state.stageSince = since;
      }
      return;
    }
    case "stepClosed":
      getStep(state, event.step).closed = {
        at: event.at,
        cause: event.cause,
        ...(event.by === undefined ? {} : { by: event.by }),
      };
      return;
    case "deadlineStarted": {
      const { deadline: id, rule, basis, duty, from, clinic } = event;
      state.deadlines[id] = { id, rule, basis, duty, from, ...(clinic === undefined ? {} : { clinic }) };
      return;
    }
    case "deadlineMet":
      getDeadline(state, event.deadline).endedBy = event.by;
      return;
    case "deadlineCancelled":
      getDeadline(state, event.deadline).cancelled = event.cause;
      return;
    case "deadlinePassed": {
      const deadline = getDeadline(state, event.deadline);
      deadline.passedAt = event.at;
      process.applyPassed(state.facts, deadline);
      return;
    }
    case "dutyPassed": {
      const deadline = getDeadline(state, event.deadline);
      deadline.duty = event.duty;
      if (deadline.due !== undefined) deadline.atLeast = deadline.due.dueOn;
      delete deadline.due;
      return;
    }
    case "caseClosed":
      state.outcome = event.outcome;
      return;
  }
}

/** Ids, codes and dates of a correction: which dated field of which act is now what. */
export interface CorrectionFacts {
  readonly corrects: Seq;
  readonly field: string;
  readonly newDate?: PlainDate;
}

/** True for the act that corrects an earlier one. */
export function isCorrection(act: Act): act is Act<CorrectionFacts & Record<string, unknown>> {
  return act.type === "correctDate";
}

function applyCorrection(state: CaseState, correction: CorrectionFacts): void {
  if (correction.newDate === undefined) return;
  const corrected = getAct(state, correction.corrects);
  state.acts[corrected.seq] = { ...corrected, dates: { ...corrected.dates, [correction.field]: correction.newDate } };
  for (const deadline of Object.values(state.deadlines)) {
    if (deadline.from.some((ref) => ref.act === corrected.seq && ref.field === correction.field)) {
      delete deadline.due;
      delete deadline.atLeast;
      delete deadline.passedAt; // recorded again if it has passed on the new date too
    }
  }
}

/** The act at this place. @throws RangeError when there is none. */
export function getAct(state: CaseState, seq: Seq): Act {
  const act = state.acts[seq];
  if (act === undefined) throw new RangeError(`no act ${seq} in case ${state.caseId}`);
  return act;
}

function getStep(state: CaseState, step: string): StepState {
  const found = state.steps[step];
  if (found === undefined) throw new RangeError(`no step ${step} in case ${state.caseId}`);
  return found;
}

/** The deadline of this id. @throws RangeError when there is none. */
export function getDeadline(state: CaseState, id: string): DeadlineRecord {
  const found = state.deadlines[id];
  if (found === undefined) throw new RangeError(`no deadline ${id} in case ${state.caseId}`);
  return found;
}

/** The legal date that a reference names. @throws RangeError for a field that the act does not carry. */
export function dateOf(state: CaseState, ref: DateRef): PlainDate {
  const date = getAct(state, ref.act).dates[ref.field];
  if (date === undefined) throw new RangeError(`act ${ref.act} of case ${state.caseId} has no date "${ref.field}"`);
  return date;
}

/** The latest of the dates that the references name: a term runs from the last thing it needed. */
export function latestOf(state: CaseState, refs: readonly DateRef[]): PlainDate {
  const dates = refs.map((ref) => dateOf(state, ref));
  const [first, ...rest] = dates;
  if (first === undefined) throw new RangeError("no date to run from");
  return maxDate(first, ...rest);
}

/** Steps that wait for somebody. */
export function openSteps(state: CaseState): StepState[] {
  return Object.values(state.steps).filter((step) => step.closed === undefined);
}

/** True while the deadline runs: neither kept nor cancelled. */
export function isRunning(deadline: DeadlineRecord): boolean {
  return deadline.endedBy === undefined && deadline.cancelled === undefined;
}

/** Where a deadline stands on `today`. The practical due date is as good as the strict one (A2, A9). */
export function deadlineStatus(state: CaseState, deadline: DeadlineRecord, today: PlainDate): DeadlineStatus {
  if (deadline.cancelled !== undefined) return "cancelled";
  const lastGoodDay = deadline.due === undefined ? undefined : (deadline.due.practicalDueOn ?? deadline.due.dueOn);
  if (deadline.endedBy !== undefined) {
    return lastGoodDay !== undefined && dateOf(state, deadline.endedBy) > lastGoodDay ? "met-late" : "met";
  }
  return lastGoodDay !== undefined && today > lastGoodDay ? "overdue" : "open";
}

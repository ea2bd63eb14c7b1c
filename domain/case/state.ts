/**
 * The state of a case, folded from its events by one pure function that the workflow and the commit both use.
 */
import { bucharestDate, maxDate, type PlainDate } from "../plain-date.ts";
import type { DeadlineRuleId } from "../law/index.ts";
import type { Suspension } from "../law/suspensions.ts";
import type { Duty } from "../people/roles.ts";
import type { Command } from "./commands.ts";
import type { Act, CaseEvent, CloseCause, DateRef, DeadlineBasis, Seq } from "./events.ts";
import { markStale, runAnew, type Move, type Stale } from "./moves.ts";

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
  /** The change of the calendar with which it was computed; absent from before calendars were numbered, which is 0. */
  readonly calendarNumber?: number;
  /** Years that it runs through whose calendar is not confirmed: the date may still change. Absent when there are none. */
  readonly provisionalYears?: readonly number[];
  readonly lawVersion: string;
}

export interface StepState {
  readonly step: string;
  /** The place of the event that opened it. Steps and deadlines are ordered by it: the database keeps no order of keys. */
  readonly seq: Seq;
  readonly since: readonly DateRef[];
  readonly openedAt: string;
  readonly deadlines: readonly string[];
  closed?: { readonly at: string; readonly cause: CloseCause; readonly by?: Seq };
}

/** A time during which a deadline does not run, from the date of one act until that of another. */
export interface SuspensionRecord {
  /** The first day that does not count. */
  readonly from: DateRef;
  /** Who caused it. */
  readonly causedBy: Duty;
  /** The first day that counts again; absent while it is suspended. */
  readonly until?: DateRef;
}

export interface DeadlineRecord {
  readonly id: string;
  /** The place of the event that started it. */
  readonly seq: Seq;
  readonly rule: DeadlineRuleId;
  readonly basis: DeadlineBasis;
  duty: Duty;
  readonly from: readonly DateRef[];
  readonly clinic?: string;
  /** Absent until the commit has computed it. */
  due?: DueDate;
  /** Something that the due date follows from has changed: the date stands until the commit has computed it anew. */
  stale?: Stale;
  /** How its last day moved, the first time first. */
  moves?: readonly Move[];
  /** When it did not run, the first time first. */
  suspensions?: readonly SuspensionRecord[];
  /** Who owed it before the duty passed: the later of both due dates holds (decision 7). */
  formerDuty?: Duty;
  /** The instant at which the case recorded that it passed. */
  passedAt?: string;
  endedBy?: DateRef;
  cancelled?: CloseCause;
}

export type DeadlineStatus = "open" | "suspended" | "overdue" | "met" | "met-late" | "cancelled";

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
  /** Numbers that registers gave to acts, in the commit that recorded them. */
  numbers?: Record<Seq, string>;
  /** The latest change of the calendar that the case was told of, and the event that says so. */
  calendar?: { readonly number: number; readonly seq: Seq };
}

/** What one process adds to the fold: its own facts, and the stage that each of its steps stands for. */
export interface ProcessFold<Facts> {
  readonly name: string;
  readonly firstStage: string;
  noFacts(): Facts;
  /** The dates of an act by field, with the defaults of the readings. */
  datesOf(state: CaseState<Facts>, entered: Entered): Record<string, PlainDate>;
  applyAct(facts: Facts, act: Act, state: CaseState<Facts>): void;
  applyPassed(facts: Facts, deadline: DeadlineRecord): void;
  /** A deadline that had passed runs again, from a corrected date. */
  applyReopened(facts: Facts, deadline: DeadlineRecord): void;
  /** The stage that opening this step brings the case to; undefined for steps beside the main line. */
  stageOf(step: string): string | undefined;
}

/** What is entered of an act: its dates follow from it. */
export type Entered = Pick<Command, "type" | "occurredOn" | "facts">;

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
      if (isCorrection(act)) applyCorrection(state, act, process);
      process.applyAct(state.facts, act, state);
      return;
    }
    case "stepOpened": {
      const { step, since, deadlines } = event;
      const { seq, openedAt } = state.steps[step] ?? { seq: event.seq, openedAt: event.at };
      state.steps[step] = { step, seq, since, deadlines, openedAt };
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
      const { due, moves, suspensions } = state.deadlines[id] ?? {};
      const deadline: DeadlineRecord = {
        id,
        seq: event.seq,
        rule,
        basis,
        duty,
        from,
        ...(clinic === undefined ? {} : { clinic }),
        ...(due === undefined ? {} : { due }),
        ...(moves === undefined ? {} : { moves }),
        ...(suspensions === undefined ? {} : { suspensions }),
      };
      markStale(deadline, "entry", event);
      state.deadlines[id] = deadline;
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
      deadline.formerDuty = deadline.duty;
      deadline.duty = event.duty;
      markStale(deadline, "duty", event);
      return;
    }
    case "calendarChanged":
      state.calendar = { number: event.change, seq: event.seq };
      for (const deadline of Object.values(state.deadlines)) {
        if (isRunning(deadline)) markStale(deadline, "calendar", event);
      }
      return;
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

function applyCorrection<Facts>(
  state: CaseState<Facts>,
  correction: Act<CorrectionFacts & Record<string, unknown>>,
  process: ProcessFold<Facts>,
): void {
  const before = state.acts;
  state.acts = correctedActs(state, correction.facts, process);
  const isMoved = ({ act, field }: DateRef): boolean => before[act]?.dates[field] !== state.acts[act]?.dates[field];
  const event = { seq: correction.seq, at: correction.recordedAt };
  for (const deadline of Object.values(state.deadlines)) {
    if (datesBehind(state, deadline).some(isMoved)) runAnew(state, deadline, "correction", event, process);
  }
}

/** The dates from which a deadline is computed: those that it runs from, and those between which it did not run. */
function datesBehind(state: CaseState, deadline: DeadlineRecord): DateRef[] {
  const stops = suspensionRecords(state, deadline).flatMap(({ from, until }) => [from, ...(until ? [until] : [])]);
  return [...deadline.from, ...stops];
}

/** The acts of a case after a correction; the dates taken by default from the corrected one move with it. */
export function correctedActs<Facts>(
  state: CaseState<Facts>,
  { corrects, field, newDate }: CorrectionFacts,
  process: Pick<ProcessFold<Facts>, "datesOf">,
): Record<Seq, Act> {
  const act = getAct(state, corrects);
  if (newDate === undefined) return state.acts;
  const acts: Record<Seq, Act> = { ...state.acts };
  acts[act.seq] = { ...act, corrected: { ...act.corrected, [field]: newDate } };
  const redated = { ...state, acts };
  // In the order in which they were recorded: a default comes from an earlier act.
  for (const each of Object.values(acts)) {
    const occurredOn = each.corrected?.["occurredOn"] ?? each.dates["occurredOn"];
    if (occurredOn === undefined) continue;
    const entered = { type: each.type, occurredOn, facts: { ...each.facts, ...each.corrected } };
    acts[each.seq] = { ...each, dates: process.datesOf(redated, entered) };
  }
  return acts;
}

/** The act at this place. @throws RangeError when there is none. */
export function getAct(state: CaseState, seq: Seq): Act {
  const act = state.acts[seq];
  if (act === undefined) throw new RangeError(`no act ${seq} in case ${state.caseId}`);
  return act;
}

/** The act of this type that was recorded last. */
export function lastAct({ acts }: Pick<CaseState, "acts">, type: string): Act | undefined {
  return Object.values(acts).findLast((act) => act.type === type);
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
  const ended = ref.endOf === undefined ? undefined : getDeadline(state, ref.endOf).due?.dueOn;
  if (ended !== undefined) return ended;
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

/** Steps that wait for somebody, in the order in which they were opened. */
export function openSteps(state: CaseState): StepState[] {
  return Object.values(state.steps)
    .filter((step) => step.closed === undefined)
    .toSorted((a, b) => a.seq - b.seq);
}

/** True while the deadline runs: neither kept nor cancelled. */
export function isRunning(deadline: DeadlineRecord): boolean {
  return deadline.endedBy === undefined && deadline.cancelled === undefined;
}

/** The legal dates between which a deadline did not run. */
export function suspensionsOf(state: CaseState, deadline: DeadlineRecord): Suspension[] {
  return suspensionRecords(state, deadline).map(({ from, until }) => ({
    from: dateOf(state, from),
    ...(until === undefined ? {} : { until: dateOf(state, until) }),
  }));
}

/** The report on a delay is counted on from the watch (decision 8): when that stood still, so did the report. */
function suspensionRecords(
  { deadlines }: CaseState,
  { rule, basis, suspensions = [] }: DeadlineRecord,
): SuspensionRecord[] {
  const watch = basis === "delay-report" ? deadlines[rule] : undefined;
  return [...(watch?.suspensions ?? []), ...suspensions];
}

/** True while it stands still: it does not pass, and nobody is reminded of it. */
export function isSuspended({ suspensions = [] }: DeadlineRecord): boolean {
  const last = suspensions.at(-1);
  return last !== undefined && last.until === undefined;
}

/** How many deadlines a change of the calendar moved, when it is the latest that the case was told of. */
export function movedBy({ calendar, deadlines }: CaseState, change: number): number {
  if (calendar?.number !== change) return 0;
  const isOfChange = ({ seq }: Move): boolean => seq === calendar.seq;
  return Object.values(deadlines).filter(({ moves = [] }) => moves.some(isOfChange)).length;
}

/** A deadline with its date. */
export type DatedDeadline = DeadlineRecord & { readonly due: DueDate };

/** The running deadlines whose passing is still to be recorded, in the order in which they started. */
export function awaitingPassing(state: CaseState): DatedDeadline[] {
  return Object.values(state.deadlines)
    .filter(
      (deadline): deadline is DatedDeadline =>
        isRunning(deadline) &&
        !isSuspended(deadline) &&
        deadline.passedAt === undefined &&
        deadline.due !== undefined &&
        deadline.stale === undefined,
    )
    .toSorted((a, b) => a.seq - b.seq);
}

/**
 * Where a deadline stands on `today`: late from the day on which it passes. The practical due date is as good as the
 * strict one (A2, A9), and the watch of MOH-73 passes with a working day only (decision 8). What stood still when it was
 * kept was in time.
 */
export function deadlineStatus(state: CaseState, deadline: DeadlineRecord, today: PlainDate): DeadlineStatus {
  const { due, endedBy } = deadline;
  if (deadline.cancelled !== undefined) return "cancelled";
  if (isSuspended(deadline)) return endedBy === undefined ? "suspended" : "met";
  const lastGoodDay = due === undefined ? undefined : bucharestDate(Date.parse(due.passesAt) - 1);
  if (endedBy !== undefined) {
    return lastGoodDay !== undefined && dateOf(state, endedBy) > lastGoodDay ? "met-late" : "met";
  }
  return lastGoodDay !== undefined && today > lastGoodDay ? "overdue" : "open";
}

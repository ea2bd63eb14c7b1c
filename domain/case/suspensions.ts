/** Deadlines that stand still (reading DEC-21): which may be suspended and resumed, by whom, and what becomes of them. */
import { institutionOfDuty, type Duty, type InstitutionKind, type Role } from "../people/roles.ts";
import type { Command, Refusal } from "./commands.ts";
import type { Act, Seq } from "./events.ts";
import { lastDayOf, runAnew } from "./moves.ts";
import {
  getDeadline,
  isRunning,
  isSuspended,
  latestOf,
  suspensionsOf,
  type CaseState,
  type DeadlineRecord,
  type ProcessFold,
  type SuspensionRecord,
} from "./state.ts";

/** What travels of a suspension; its cause and its legal ground stay sealed. */
export interface SuspendFacts {
  readonly deadline: string;
  /** Who caused it. */
  readonly causedBy: Duty;
}

export interface ResumeFacts {
  readonly deadline: string;
}

/** Who suspends and resumes a deadline: the Ministry those that it owes, the supervisor of the DSP every other. */
export function keeperOf({ duty }: Pick<DeadlineRecord, "duty">): {
  readonly institution: InstitutionKind;
  readonly role: Role;
} {
  return institutionOfDuty(duty) === "ministry"
    ? { institution: "ministry", role: "ministry-officer" }
    : { institution: "dsp", role: "dsp-supervisor" };
}

export function suspendable(state: CaseState): DeadlineRecord[] {
  return Object.values(state.deadlines).filter((deadline) => isRunning(deadline) && !isSuspended(deadline));
}

export function resumable(state: CaseState): DeadlineRecord[] {
  return Object.values(state.deadlines).filter((deadline) => isRunning(deadline) && isSuspended(deadline));
}

/** From the date of this act the deadline does not run. */
export function applySuspension<Facts>(
  state: CaseState<Facts>,
  act: Act,
  { deadline: id, causedBy }: SuspendFacts,
  process: ProcessFold<Facts>,
): void {
  const deadline = getDeadline(state, id);
  const suspension = { from: { act: act.seq, field: "occurredOn" }, causedBy };
  deadline.suspensions = [...(deadline.suspensions ?? []), suspension];
  runAnew(state, deadline, "suspension", { seq: act.seq, at: act.recordedAt }, process);
}

/** From the date of this act it runs again. */
export function applyResumption<Facts>(
  state: CaseState<Facts>,
  act: Act,
  { deadline: id }: ResumeFacts,
  process: ProcessFold<Facts>,
): void {
  const deadline = getDeadline(state, id);
  const until = { act: act.seq, field: "occurredOn" };
  const open = lastSuspension(deadline);
  if (open === undefined) throw new RangeError(`deadline ${id} of case ${state.caseId} is not suspended`);
  deadline.suspensions = [...(deadline.suspensions ?? []).slice(0, -1), { ...open, until }];
  runAnew(state, deadline, "suspension", { seq: act.seq, at: act.recordedAt }, process);
}

/** A suspension follows the resumption before it, a resumption its suspension (decision 10). */
export function suspensionFollowed(state: CaseState, id: string): readonly Seq[] {
  const last = lastSuspension(findDeadline(state, id));
  return last === undefined ? [] : [(last.until ?? last.from).act];
}

/** Why a deadline cannot be suspended from this day. */
export function refuseSuspension(state: CaseState, command: Command, id: string): Refusal | undefined {
  const deadline = findDeadline(state, id);
  if (deadline === undefined) return unknownDeadline(id, suspendable(state));
  const refusal = notRunning(deadline) ?? notYours(deadline, command);
  if (refusal !== undefined) return refusal;
  const since = suspensionsOf(state, deadline).at(-1);
  if (isSuspended(deadline) && since !== undefined) {
    return invalid("ALREADY_SUSPENDED", "deadline", { deadline: id, since: since.from });
  }
  const startsOn = latestOf(state, deadline.from);
  const date = command.occurredOn;
  if (date < startsOn) return invalid("BEFORE_TERM", "occurredOn", { deadline: id, date, startsOn });
  const lastDay = deadline.due === undefined ? undefined : lastDayOf(deadline.due);
  return lastDay !== undefined && date > lastDay
    ? invalid("TERM_OVER", "occurredOn", { deadline: id, date, lastDay })
    : undefined;
}

/** Why a deadline cannot be resumed; that it would be before its suspension is refused as any date before a preceding act. */
export function refuseResumption(state: CaseState, command: Command, id: string): Refusal | undefined {
  const deadline = findDeadline(state, id);
  if (deadline === undefined) return unknownDeadline(id, resumable(state));
  return (
    notRunning(deadline) ??
    notYours(deadline, command) ??
    (isSuspended(deadline) ? undefined : invalid("NOT_SUSPENDED", "deadline", { deadline: id }))
  );
}

function findDeadline(state: CaseState, id: string): DeadlineRecord | undefined {
  return Object.hasOwn(state.deadlines, id) ? state.deadlines[id] : undefined;
}

function lastSuspension(deadline: DeadlineRecord | undefined): SuspensionRecord | undefined {
  return deadline?.suspensions?.at(-1);
}

function unknownDeadline(id: string, known: readonly DeadlineRecord[]): Refusal {
  return invalid("UNKNOWN_DEADLINE", "deadline", { deadline: id, deadlines: known.map((each) => each.id).join(", ") });
}

function notRunning(deadline: DeadlineRecord): Refusal | undefined {
  return isRunning(deadline) ? undefined : invalid("DEADLINE_NOT_RUNNING", "deadline", { deadline: deadline.id });
}

function notYours(deadline: DeadlineRecord, { actor }: Command): Refusal | undefined {
  const { institution, role } = keeperOf(deadline);
  return actor.role === role
    ? undefined
    : invalid("NOT_YOUR_DEADLINE", "deadline", { deadline: deadline.id, keeper: institution });
}

function invalid(code: Refusal["code"], field: string, params: NonNullable<Refusal["params"]>): Refusal {
  return { kind: "invalid", code, field, params };
}

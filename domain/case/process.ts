/** What a process is to the engine: how its acts fold, what it accepts, when it refuses. One object per process. */
import { plainDate, type PlainDate } from "../plain-date.ts";
import type { Command, CommandDefinition, Refusal, Text } from "./commands.ts";
import type { CaseEvent, Seq } from "./events.ts";
import type { Holding } from "./holdings.ts";
import type { MoneyFact } from "./money.ts";
import { openSteps, type CaseState, type DeadlineRecord, type ProcessFold } from "./state.ts";
import type { RuleId } from "../law/index.ts";
import type { Houses } from "../people/houses.ts";
import type { Duty, InstitutionKind } from "../people/roles.ts";

/** A step of a process: who records the act, who owes it, what it accepts and by which rules. */
export interface StepDefinition {
  readonly title: Text;
  /** The stage of the case while this step is open; absent for steps beside the main line. */
  readonly stage?: string;
  /** Whose people record the act. */
  readonly institution: InstitutionKind;
  /** Who owes it by law. */
  readonly duty: Duty;
  /** An institution that owes the act while another records it: it sees the step in its queue as well. */
  readonly owedBy?: InstitutionKind;
  readonly accepts: readonly string[];
  readonly rules: readonly RuleId[];
  /** Nobody is to do anything: it stays open, in no queue, until somebody may act. */
  readonly passive?: boolean;
}

/** The name of a step; one that is opened again stands in its file as `report-delay#2`. */
export function stepName(step: string): string {
  return step.split("#", 1)[0] ?? step;
}

/** Where a file stands: its place in the state chart of the process, and what people call it. */
export interface Stage {
  readonly state: string;
  readonly title: Text;
}

/** What a command that leaves the procedure does: it closes the case under an outcome, or another procedure takes over. */
export type WayOut = { readonly outcome: string } | "takes-over";

/** A message to the patient side: of which kind, and from what cause; one for each cause. */
export interface PatientNews {
  readonly kind: string;
  readonly about: string;
  readonly params?: Readonly<Record<string, string>>;
}

/** An act that gets a number from a register. */
export interface NumberedAct {
  readonly act: Seq;
  /** The id of the register: an institution's, or one of its own. */
  readonly register: string;
  /** The number that it has had in a register of before: it keeps it, unless another file has it. */
  readonly kept?: string;
}

export interface Process<Facts> extends ProcessFold<Facts> {
  /** The kind of house that keeps its files. */
  readonly keptBy: InstitutionKind;
  readonly stages: Readonly<Record<string, Stage>>;
  readonly outcomes: Readonly<Record<string, Text>>;
  getStep(step: string): StepDefinition;
  findCommand(type: string): CommandDefinition | undefined;
  /** Commands accepted whatever step is open, while the case is. */
  always(state: CaseState<Facts>): readonly string[];
  /** Where a date of an act stands in what was sent. */
  pathOf(command: Command, field: string): string;
  /** The acts that this command follows (decision 10). */
  followed(state: CaseState<Facts>, command: Command): readonly Seq[];
  /** Deadlines beside a step's own that its work has to keep too. */
  deadlinesOf(state: CaseState<Facts>, step: string): readonly string[];
  /** Whose hands the file was in, day by day. */
  holdings(state: CaseState<Facts>): readonly Holding[];
  /** What the file asked for, was granted and was paid. */
  money(state: CaseState<Facts>): readonly MoneyFact[];
  /** True for a deadline on whose passing the procedure goes on: only the case itself records that it passed. */
  passesInCase(deadline: Pick<DeadlineRecord, "rule" | "basis">): boolean;
  /** The day on which the patient was told of the decision, when it was: some effects count from it (A5). */
  noticeOn(state: CaseState<Facts>): PlainDate | undefined;
  /** True while what happened in this case bars its person from further requests. */
  barred(state: CaseState<Facts>): boolean;
  /** What leaves the procedure wherever it is: a withdrawal closes the case, a death has its own way to the end. */
  wayOut(type: string): WayOut | undefined;
  /** What the patient side is told by e-mail when this happens; the state is that after it. */
  news?(state: CaseState<Facts>, event: CaseEvent): PatientNews | undefined;
  /** Why a command is not accepted now, where more can be said than that it is not. */
  whyNotAllowed?(state: CaseState<Facts>, type: string): Refusal | undefined;
  /** Numbers that the registers of institutions give to acts of this batch, in their order. */
  registers?(events: readonly CaseEvent[], houses: Houses): readonly NumberedAct[];
  /** Refusals that belong to the process: unknown clinics, missing undertaking, dates out of order. */
  check(state: CaseState<Facts>, command: Command): Refusal | undefined;
}

/** The open step whose work keeps a deadline: its own, or one that has to keep it too; undefined when none is open. */
export function stepKeeping<Facts>(
  state: CaseState<Facts>,
  process: Pick<Process<Facts>, "deadlinesOf" | "getStep">,
  { id, rule }: Pick<DeadlineRecord, "id" | "rule">,
): string | undefined {
  const open = openSteps(state);
  const found =
    open.find(({ deadlines }) => deadlines.includes(id)) ??
    open.find(({ step }) => process.deadlinesOf(state, step).includes(id)) ??
    open.find(({ step }) => process.getStep(step).rules.includes(rule));
  return found?.step;
}

/** The acts from which the open steps run that wait for a command: it follows them. */
export function sinceOfSteps<Facts>(
  state: CaseState<Facts>,
  { getStep }: Pick<Process<Facts>, "getStep">,
  type: string,
): Seq[] {
  return openSteps(state)
    .filter(({ step }) => getStep(step).accepts.includes(type))
    .flatMap(({ since }) => since.map(({ act }) => act));
}

/** The calendar of working days begins here; no term can run from an earlier day. */
const FIRST_DATE = plainDate("2012-01-01");

/** A command that may be given now, and the step that waits for it. */
export interface AllowedCommand {
  readonly type: string;
  readonly step?: string;
}

/** All that the case accepts now. This one answer refuses the rest and draws the buttons. */
export function allowedCommands<Facts>(state: CaseState<Facts>, process: Process<Facts>): AllowedCommand[] {
  if (state.outcome !== undefined) return [];
  const bySteps = openSteps(state).flatMap(({ step }) =>
    process.getStep(step).accepts.map((type): AllowedCommand => ({ type, step })),
  );
  const always = process.always(state).filter((type) => bySteps.every((allowed) => allowed.type !== type));
  return [...bySteps, ...always.map((type): AllowedCommand => ({ type }))];
}

/**
 * Why the case refuses a command, or undefined when it takes it. Pure and synchronous: the workflow's validator.
 * `today` is the civil date in Bucharest.
 */
export function refuse<Facts>(
  state: CaseState<Facts>,
  process: Process<Facts>,
  command: Command,
  today: PlainDate,
): Refusal | undefined {
  if (state.outcome !== undefined) return { kind: "conflict", code: "CASE_CLOSED", params: { outcome: state.outcome } };
  if (command.expectedVersion !== state.version) {
    return {
      kind: "conflict",
      code: "STALE_VERSION",
      params: { expected: command.expectedVersion, actual: state.version },
    };
  }
  if (!allowedCommands(state, process).some((allowed) => allowed.type === command.type)) {
    const why = process.whyNotAllowed?.(state, command.type);
    return why ?? { kind: "conflict", code: "NOT_ALLOWED_NOW", params: { type: command.type } };
  }
  return refuseDates(state, process, command, today) ?? process.check(state, command);
}

function refuseDates<Facts>(
  state: CaseState<Facts>,
  process: Process<Facts>,
  command: Command,
  today: PlainDate,
): Refusal | undefined {
  const dates = process.datesOf(state, command);
  for (const [field, date] of Object.entries(dates)) {
    const path = process.pathOf(command, field);
    if (date < FIRST_DATE) {
      return { kind: "invalid", code: "BEFORE_CALENDAR", field: path, params: { date, first: FIRST_DATE } };
    }
    if (date > today) return { kind: "invalid", code: "FUTURE_DATE", field: path, params: { date, today } };
  }
  for (const seq of process.followed(state, command)) {
    const earlier = state.acts[seq];
    const earlierOn = earlier?.dates["occurredOn"];
    if (earlier !== undefined && earlierOn !== undefined && command.occurredOn < earlierOn) {
      return {
        kind: "invalid",
        code: "BEFORE_PRECEDING_ACT",
        field: "occurredOn",
        params: { date: command.occurredOn, precedingAct: earlier.type, precedingOn: earlierOn },
      };
    }
  }
  return undefined;
}

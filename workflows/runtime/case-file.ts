/**
 * The runtime under every case workflow: steps, deadlines, commands, and ONE commit for all that a command changed.
 *
 * - A command is refused by a synchronous validator, without a trace in history; the same answer draws the buttons.
 * - A command's handler resolves the step that waits for it; the procedure's own code runs on to its next wait; one
 *   committer then writes everything with one local activity, and the update answers.
 * - Steps and deadlines are looked up in the state before they are opened, so a procedure that starts over from a
 *   recorded state (continue-as-new, or a database that was ahead) runs quickly through what is done.
 */
import {
  allHandlersFinished,
  ApplicationFailure,
  condition,
  continueAsNew,
  patched,
  proxyLocalActivities,
  setHandler,
  workflowInfo,
} from "@temporalio/workflow";
import type { CaseActivities } from "../../activities/case-activities.ts";
import { allowedCommands, refuse, type Process } from "../../domain/case/process.ts";
import type { Command, Refusal } from "../../domain/case/commands.ts";
import type { Act, CaseEvent, CloseCause, DateRef, DeadlineBasis, EventBody, Seq } from "../../domain/case/events.ts";
import { applyDues } from "../../domain/case/moves.ts";
import {
  applyEvent,
  awaitingPassing,
  emptyCase,
  getAct,
  isRunning,
  movedBy,
  openSteps,
  type CaseState,
  type DatedDeadline,
  type StepState,
} from "../../domain/case/state.ts";
import type { DeadlineRuleId } from "../../domain/law/index.ts";
import type { Duty } from "../../domain/people/roles.ts";
import { bucharestDate } from "../../domain/plain-date.ts";
import {
  commandUpdate,
  openedUpdate,
  recomputeUpdate,
  TRY_AGAIN,
  type Accepted,
  type CalendarChanged,
  type CaseInput,
  type Recomputed,
  type RefusalDetail,
  type StoppedAct,
} from "../contract.ts";
import { Waits } from "./waits.ts";

const { commitCase, findAhead } = proxyLocalActivities<CaseActivities>({
  startToCloseTimeout: "15s",
  // The case waits for its database as long as it takes; nothing is ever given up.
  retry: { initialInterval: "50ms", backoffCoefficient: 2, maximumInterval: "10s" },
});

/** A history of this many events is continued as new at the next quiet moment. */
const LONG_HISTORY_EVENTS = 4_000;

export interface DeadlineSpec {
  readonly rule: DeadlineRuleId;
  /** Distinguishes several deadlines of one rule, for example the window of each clinic. */
  readonly key?: string;
  readonly from: readonly DateRef[];
  readonly duty: Duty;
  readonly basis?: DeadlineBasis;
  readonly clinic?: string;
}

export interface StepOptions<Facts> {
  /**
   * The dates from which the step is open; an act that closes it cannot be earlier. A function when an act entered late
   * can still change them: the step and its deadline then run from the new ones.
   */
  readonly since: readonly DateRef[] | ((state: CaseState<Facts>) => readonly DateRef[]);
  /** The deadline of the step, kept by the act that closes it; it runs from the same dates unless it names others. */
  readonly deadline?: Omit<DeadlineSpec, "from"> & Partial<Pick<DeadlineSpec, "from">>;
  /** The date of the closing act that keeps the deadline; `occurredOn` when not given. */
  readonly metOn?: string;
  /** The acts that keep the deadline, when others close the step too. */
  readonly metBy?: string;
  /** Called for each act that the step accepts; the step is done when it answers true. Without it the first act closes. */
  readonly until?: (state: CaseState<Facts>, act: Act) => boolean;
}

/** The id of a deadline: its rule, and its key when there are several. */
export function deadlineId(spec: Pick<DeadlineSpec, "rule" | "key">): string {
  return spec.key === undefined ? spec.rule : `${spec.rule}:${spec.key}`;
}

function startOf(spec: DeadlineSpec): EventBody {
  const { rule, duty, from, clinic, basis = "term" } = spec;
  const deadline = deadlineId(spec);
  return { type: "deadlineStarted", deadline, rule, basis, duty, from, ...(clinic === undefined ? {} : { clinic }) };
}

export class CaseFile<Facts> {
  readonly state: CaseState<Facts>;
  protected readonly process: Process<Facts>;
  protected readonly input: CaseInput;
  /** Acts on their way to the steps that accepted them. */
  private readonly delivered = new Map<string, Act[]>();
  private readonly wakers = new Map<string, () => void>();
  /** Steps that take several acts until the state is right. */
  private readonly gradual = new Set<string>();
  private readonly waits = new Waits();
  protected readonly pending: CaseEvent[] = [];
  private committing = false;
  /** What happened before the file came here is being given: nobody else's command comes between. */
  private inheriting: boolean;
  /** Inherited acts are written together: nothing is, until they have all been given. */
  private holding: boolean;
  /** The inherited act that was refused. */
  protected stopped: StoppedAct | undefined;
  /** Milliseconds by which the case is later than the bulk in recording what passed. */
  private readonly delayMs: number;
  /** The instant (ISO) at which the case is next to record a passing. */
  private alarm: string | undefined;
  /** The database knew more than this run: it is continued from there. */
  private ahead: CaseState<Facts> | undefined;
  protected failure: Error | undefined;
  protected takeOver: ((act: Act) => Promise<string>) | undefined;
  /** Another procedure goes on: what the first one still returns does not count. */
  private taken = false;

  constructor(input: CaseInput, process: Process<Facts>) {
    this.input = input;
    this.process = process;
    this.delayMs = placeIn(input.spreadSeconds ?? 0, input.caseId);
    this.state = (input.snapshot as CaseState<Facts> | undefined) ?? emptyCase(input.caseId, process);
    this.alarm = this.nextAlarm();
    this.inheriting = input.inherited !== undefined;
    this.holding = this.inheriting;
  }

  private listen(): void {
    setHandler(commandUpdate, (command) => this.handle(command), { validator: (command) => this.validate(command) });
    setHandler(recomputeUpdate, (changed) => this.recompute(changed), { validator: (_changed) => this.requireWhole() });
    setHandler(openedUpdate, async () => {
      await this.waits.when(() => this.ahead !== undefined || this.isWhole());
      return {
        ...accepted(this.ahead ?? this.state),
        ...(this.stopped === undefined ? {} : { stopped: this.stopped }),
      };
    });
  }

  /**
   * Runs the procedure beside the committer and the alarm, until it ends, an act leads out of it, or the history is
   * long enough to go on in a new one. After an act that takes over, `takeOver` goes on instead of the procedure.
   * @returns the outcome under which the case is closed.
   */
  async run(procedure: () => Promise<string>, takeOver?: (act: Act) => Promise<string>): Promise<string> {
    this.listen(); // before anything is awaited
    this.beside(this.commitForEver());
    this.beside(this.watchDueDates());
    if (this.state.version === 0) this.record(this.input.filing);
    else this.changed();
    this.takeOver = takeOver;
    const taken = Object.values(this.state.acts).find(({ type }) => this.process.wayOut(type) === "takes-over");
    if (taken === undefined) this.beside(procedure().then((outcome) => this.end(outcome)));
    else this.follow(taken);
    if (this.inheriting) this.beside(this.inherit());
    await condition(() => this.failure !== undefined || this.hasEnded() || this.mustContinue());
    if (this.failure !== undefined) throw this.failure;
    return this.state.outcome !== undefined && this.ahead === undefined ? this.state.outcome : await this.continue();
  }

  /**
   * Gives the inherited acts, each when the procedure has come to wait for it, by the same rules as any other. They are
   * written together; what waits for the passing of a deadline is given after those before it are written.
   */
  protected async inherit(): Promise<void> {
    for (const act of this.input.inherited ?? []) {
      if (this.isRepeated(act)) continue;
      await this.pause();
      let refusal = this.refusalOf(act);
      if (refusal?.code === "NOT_ALLOWED_NOW") {
        await this.written();
        if (this.ahead !== undefined) return;
        refusal = this.refusalOf(act);
      }
      if (refusal !== undefined) {
        this.stopped = { commandId: act.commandId, refusal };
        break;
      }
      this.holding = true;
      this.take(act);
    }
    await this.pause();
    await this.written();
    if (this.ahead !== undefined) return; // what is left is given by the run that goes on from the record
    this.inheriting = false;
    this.changed();
  }

  /** An inherited act is made on the file as it stands. */
  private refusalOf(act: Command): Refusal | undefined {
    const command = { ...act, expectedVersion: this.state.version };
    return refuse(this.state, this.process, command, bucharestDate(Date.now()));
  }

  /** Lets the procedure run on to its next waits. */
  protected async pause(): Promise<void> {
    await rest();
  }

  /** Everything is written, with its due dates and with what passed by now. */
  protected async written(): Promise<void> {
    this.holding = false;
    await this.waits.when(() => this.settled());
    await this.pause();
    await this.waits.when(() => this.settled());
  }

  /** True unless the file's history was recorded before the procedure was changed under this name. */
  patched(change: string): boolean {
    return patched(change);
  }

  /** Runs something beside the main line; its failure is the workflow's. */
  beside(work: Promise<void>): void {
    work.catch((error: unknown) => {
      this.failure ??= error instanceof Error ? error : new Error(String(error));
    });
  }

  /** Waits until all that happened is written: what is then asked of others follows from the record. */
  async recorded(): Promise<void> {
    await this.waits.when(() => this.ahead === undefined && this.settled());
  }

  /** Opens a step and waits for the act that closes it. @returns that act. */
  async step(step: string, options: StepOptions<Facts>): Promise<Act> {
    const before = this.state.steps[step];
    if (before?.closed !== undefined)
      return before.closed.by === undefined ? await never() : this.getAct(before.closed.by);
    const { since } = options;
    if (before === undefined) this.openStep(step, options, typeof since === "function" ? since(this.state) : since);
    if (typeof since === "function") this.beside(this.moveStep(step, options, since));
    if (options.until !== undefined) this.gradual.add(step);
    for (;;) {
      const act = await this.nextAct(step);
      if (options.until !== undefined && !options.until(this.state, act)) continue;
      if (options.deadline !== undefined && (options.metBy ?? act.type) === act.type) {
        this.meetDeadline(deadlineId(options.deadline), { act: act.seq, field: options.metOn ?? "occurredOn" });
      }
      this.closeStep(step, "done", act.seq);
      return act;
    }
  }

  private openStep(step: string, { deadline }: StepOptions<Facts>, since: readonly DateRef[]): void {
    if (deadline !== undefined) this.startDeadline({ from: since, ...deadline });
    const deadlines = deadline === undefined ? [] : [deadlineId(deadline)];
    this.emit({ type: "stepOpened", step, since, deadlines });
  }

  /** While the step is open: the dates that it runs from follow the acts that are entered late or corrected. */
  private async moveStep(
    step: string,
    options: StepOptions<Facts>,
    since: (state: CaseState<Facts>) => readonly DateRef[],
  ): Promise<void> {
    const open = (): StepState | undefined => openSteps(this.state).find((candidate) => candidate.step === step);
    const isMoved = (): boolean => JSON.stringify(open()?.since) !== JSON.stringify(since(this.state));
    for (;;) {
      await this.until(() => open() === undefined || isMoved());
      if (open() === undefined) return;
      const from = since(this.state);
      if (options.deadline !== undefined) this.emit(startOf({ from, ...options.deadline }));
      this.emit({ type: "stepOpened", step, since: from, deadlines: open()?.deadlines ?? [] });
    }
  }

  /** A step that stays open only while `holds`; otherwise it is superseded. @returns its act, or undefined. */
  async stepWhile(
    step: string,
    options: StepOptions<Facts>,
    holds: (state: CaseState<Facts>) => boolean,
  ): Promise<Act | undefined> {
    const closed = (): { readonly by?: Seq } | undefined => this.state.steps[step]?.closed;
    if (closed() === undefined) {
      this.beside(this.step(step, options).then(() => undefined));
      await this.waits.when(() => closed() !== undefined || !holds(this.state));
      this.supersede(step);
    }
    const by = closed()?.by;
    return by === undefined ? undefined : this.getAct(by);
  }

  private async nextAct(step: string): Promise<Act> {
    for (;;) {
      const act = this.delivered.get(step)?.shift();
      if (act !== undefined) return act;
      await new Promise<void>((resolve) => this.wakers.set(step, resolve));
    }
  }

  /**
   * Hands an act to the first open step that accepts it. The other steps that wait for a state look at it again, since
   * the act may have brought it about: a corrected date, a command accepted at any time.
   */
  protected deliver(act: Act): void {
    const open = openSteps(this.state);
    const accepting = open.find(({ step }) => this.process.getStep(step).accepts.some((type) => type === act.type));
    for (const { step } of open.filter((each) => each === accepting || this.gradual.has(each.step))) {
      this.delivered.set(step, [...(this.delivered.get(step) ?? []), act]);
      this.wakers.get(step)?.();
    }
  }

  /** An act of the file. @throws RangeError when there is none of this place. */
  getAct(seq: Seq): Act {
    return getAct(this.state, seq);
  }

  /** Starts a deadline; nothing when it has been started before. */
  startDeadline(spec: DeadlineSpec): void {
    if (this.state.deadlines[deadlineId(spec)] === undefined) this.emit(startOf(spec));
  }

  /** Starts a deadline, also one that was cancelled before. */
  runDeadline(spec: DeadlineSpec): void {
    if (this.state.deadlines[deadlineId(spec)]?.cancelled === undefined) this.startDeadline(spec);
    else this.emit(startOf(spec));
  }

  /** The deadline is kept, in time or late, by a dated act. */
  meetDeadline(id: string, by: DateRef): void {
    const deadline = this.state.deadlines[id];
    if (deadline !== undefined && isRunning(deadline)) this.emit({ type: "deadlineMet", deadline: id, by });
  }

  /** The deadline has no object any more. */
  cancelDeadline(id: string, cause: CloseCause): void {
    const deadline = this.state.deadlines[id];
    if (deadline !== undefined && isRunning(deadline)) this.emit({ type: "deadlineCancelled", deadline: id, cause });
  }

  /** Somebody else owes it from now on. */
  passDuty(id: string, duty: Duty): void {
    const deadline = this.state.deadlines[id];
    if (deadline !== undefined && isRunning(deadline) && deadline.duty !== duty) {
      this.emit({ type: "dutyPassed", deadline: id, duty });
    }
  }

  /** Closes an open step that nobody waits for any more, with its running deadlines. */
  supersede(step: string): void {
    const open = this.state.steps[step];
    if (open === undefined || open.closed !== undefined) return;
    for (const id of open.deadlines) this.cancelDeadline(id, "superseded");
    this.closeStep(step, "superseded");
  }

  /** The case stands again where this open step is: a step beyond it was superseded. */
  returnTo(step: string): void {
    const open = this.state.steps[step];
    if (open === undefined || open.closed !== undefined) return;
    const { since, deadlines } = open;
    this.emit({ type: "stepOpened", step, since, deadlines });
  }

  /** Waits until the deadline has passed or ended. @returns true when it passed while it ran. */
  async passed(id: string): Promise<boolean> {
    await this.waits.when(() => {
      const deadline = this.state.deadlines[id];
      return deadline !== undefined && (deadline.passedAt !== undefined || !isRunning(deadline));
    });
    return this.state.deadlines[id]?.passedAt !== undefined;
  }

  /** Waits until the state answers true. */
  async until(test: (state: CaseState<Facts>) => boolean): Promise<void> {
    await this.waits.when(() => test(this.state));
  }

  private closeStep(step: string, cause: CloseCause, by?: Seq): void {
    this.emit({ type: "stepClosed", step, cause, ...(by === undefined ? {} : { by }) });
  }

  /** Closes the case, with every open step and running deadline; nothing when it is closed. */
  protected close(outcome: string): void {
    if (this.state.outcome !== undefined) return;
    for (const { step, deadlines } of openSteps(this.state)) {
      for (const id of deadlines) this.cancelDeadline(id, "case-closed");
      this.closeStep(step, "case-closed");
    }
    for (const deadline of Object.values(this.state.deadlines)) this.cancelDeadline(deadline.id, "case-closed");
    this.emit({ type: "caseClosed", outcome });
  }

  /** The procedure is over, unless another one took over from it. */
  private end(outcome: string): void {
    if (!this.taken) this.close(outcome);
  }

  /** Ends all that the procedure waits for, and goes on from the act that takes over. */
  private follow(act: Act): void {
    const { takeOver } = this;
    if (takeOver === undefined) throw new RangeError(`nothing follows ${act.type}`);
    const isRepeated = this.state.lastSeq > act.seq;
    this.taken = true;
    if (!isRepeated) this.supersedeAll();
    this.beside(takeOver(act).then((outcome) => this.close(outcome)));
  }

  private supersedeAll(): void {
    for (const { step } of openSteps(this.state)) this.supersede(step);
    for (const deadline of Object.values(this.state.deadlines)) this.cancelDeadline(deadline.id, "superseded");
  }

  private hasEnded(): boolean {
    return this.state.outcome !== undefined && this.settled() && allHandlersFinished();
  }

  private emit(body: EventBody): void {
    const event: CaseEvent = { ...body, seq: this.state.lastSeq + 1, at: now() };
    applyEvent(this.state, event, this.process);
    this.pending.push(event);
    this.changed();
  }

  protected changed(): void {
    this.alarm = this.nextAlarm();
    this.waits.look();
  }

  private nextAlarm(): string | undefined {
    return awaitingPassing(this.state)
      .map((deadline) => this.alarmOf(deadline))
      .toSorted()
      .at(0);
  }

  /**
   * The instant (ISO) at which the case itself records the passing of a deadline: at once when the procedure waits for
   * it; otherwise at its own place in the time over which cases are spread, by when it has usually been recorded in bulk.
   */
  private alarmOf(deadline: DatedDeadline): string {
    const { passesAt } = deadline.due;
    if (this.process.passesInCase(deadline)) return passesAt;
    return new Date(Date.parse(passesAt) + this.delayMs).toISOString();
  }

  protected record(command: Command): Act {
    const { commandId, requestHash, type, actor, facts } = command;
    const dates = this.process.datesOf(this.state, command);
    const follows = this.process.followed(this.state, command);
    this.emit({ type: "actRecorded", act: { type, commandId, requestHash, by: actor, dates, facts, follows } });
    return this.getAct(this.state.lastSeq);
  }

  /** Records a command, and hands it to the procedure or to what leads out of it. */
  private take(command: Command): void {
    const act = this.record(command);
    const wayOut = this.process.wayOut(command.type);
    if (wayOut === undefined) this.deliver(act);
    else if (wayOut === "takes-over") this.follow(act);
    else this.close(wayOut.outcome);
  }

  private async handle(command: Command): Promise<Accepted> {
    if (this.isFromAhead(command)) await this.lookAhead(command);
    if (!this.isRepeated(command)) {
      this.recordPassedFirst();
      this.take(command);
    }
    await this.atRest();
    return accepted(this.state);
  }

  /** Every running deadline is computed anew, once for a change of the calendar. @returns how many moved. */
  private async recompute({ change }: CalendarChanged): Promise<Recomputed> {
    if (this.state.outcome === undefined && change > (this.state.calendar?.number ?? 0)) {
      this.recordPassedFirst();
      this.emit({ type: "calendarChanged", change });
    }
    await this.atRest();
    return { moved: movedBy(this.state, change) };
  }

  /** Waits until everything is written. @throws when the record turns out to be ahead. */
  private async atRest(): Promise<void> {
    await this.waits.when(() => this.ahead !== undefined || this.settled());
    if (this.ahead !== undefined) throw beingResumed();
  }

  /** @throws while the case has not begun, is given what it inherits, or goes on from its record. */
  private requireWhole(): void {
    if (this.ahead !== undefined || this.state.version === 0 || this.inheriting) throw beingResumed();
  }

  private isWhole(): boolean {
    return this.state.version > 0 && !this.inheriting && this.settled();
  }

  private validate(command: Command): void {
    this.requireWhole();
    if (!this.isFromAhead(command)) this.refuse(command);
  }

  private refuse(command: Command): void {
    if (this.isRepeated(command)) return;
    const refusal = refuse(this.state, this.process, command, bucharestDate(Date.now()));
    if (refusal !== undefined)
      throw ApplicationFailure.nonRetryable(refusal.code, refusal.code, this.detail(refusal, command));
  }

  /** True for a command made on a version that this workflow has not come to. */
  private isFromAhead(command: Command): boolean {
    return command.expectedVersion > this.state.version && !this.isRepeated(command);
  }

  /** Asks the record whether it is ahead. @throws when it is, or when the command is refused as things stand. */
  private async lookAhead(command: Command): Promise<void> {
    await this.atRest();
    const { caseId, lastSeq } = this.state;
    const ahead = await findAhead({ caseId, lastSeq });
    await this.atRest();
    if (ahead !== null && ahead.lastSeq > this.state.lastSeq) {
      this.ahead = ahead as CaseState<Facts>;
      this.changed();
      throw beingResumed();
    }
    this.refuse(command);
  }

  private detail(refusal: Refusal, command: Command): RefusalDetail {
    const unseen = Object.values(this.state.acts).slice(command.expectedVersion);
    return {
      ...refusal,
      allowed: [...new Set(allowedCommands(this.state, this.process).map(({ type }) => type))],
      version: this.state.version,
      changes: unseen.map((act) => ({ type: act.type, userId: act.by.userId, at: act.recordedAt })),
    };
  }

  private isRepeated(command: Command): boolean {
    return Object.values(this.state.acts).some((act) => act.commandId === command.commandId);
  }

  /** Everything is written, and no passing is left for the case itself to record. */
  private settled(): boolean {
    const alarmed = this.alarm !== undefined && this.alarm <= now();
    return this.pending.length === 0 && !this.committing && !alarmed;
  }

  private async commitForEver(): Promise<void> {
    for (;;) {
      await condition(() => this.pending.length > 0 && this.ahead === undefined && !this.holding);
      await rest();
      const events = this.pending.splice(0);
      this.committing = true;
      const inherited = this.inheriting ? { inherited: true } : {};
      const result = await commitCase({ caseId: this.state.caseId, process: this.process.name, events, ...inherited });
      if (result.ahead !== undefined) {
        this.ahead = result.ahead as CaseState<Facts>;
      } else {
        applyDues(this.state, result.dues, this.process);
        if (result.numbers !== undefined) this.state.numbers = { ...this.state.numbers, ...result.numbers };
      }
      this.committing = false;
      this.changed();
    }
  }

  /** Records every passing that is not recorded, in the order in which the deadlines started. */
  protected recordPassed(): void {
    const at = now();
    const passed = awaitingPassing(this.state).filter(({ due }) => due.passesAt <= at);
    for (const { id } of passed) this.emit({ type: "deadlinePassed", deadline: id });
  }

  /** What has passed comes before what happens now, so that a passing recorded in bulk is recognised as the same. */
  private recordPassedFirst(): void {
    if (this.input.spreadSeconds !== undefined) this.recordPassed();
  }

  /** One durable timer, for the next open deadline that can pass. When it fires the case records it. */
  private async watchDueDates(): Promise<void> {
    for (;;) {
      await this.waits.when(() => !this.committing && this.pending.length === 0 && this.alarm !== undefined);
      const at = this.alarm;
      if (at === undefined) continue;
      const wait = Date.parse(at) - Date.now();
      if (wait > 0 && (await condition(() => this.alarm !== at, wait))) continue;
      await this.waits.when(() => !this.committing);
      this.recordPassed();
    }
  }

  private mustContinue(): boolean {
    if (this.ahead !== undefined) return true;
    const { historyLength, continueAsNewSuggested } = workflowInfo();
    const long = continueAsNewSuggested || historyLength > (this.input.longHistoryEvents ?? LONG_HISTORY_EVENTS);
    return long && this.settled() && allHandlersFinished();
  }

  private async continue(): Promise<never> {
    await condition(() => allHandlersFinished() && (this.ahead !== undefined || this.settled()));
    const snapshot = this.ahead ?? this.state;
    const { inherited = [], ...input } = this.input;
    const toGive = this.inheriting ? { inherited } : {};
    return await continueAsNew<(input: CaseInput) => Promise<string>>({ ...input, ...toGive, snapshot });
  }
}

function beingResumed(): ApplicationFailure {
  return ApplicationFailure.nonRetryable("the case is resumed from its record", TRY_AGAIN);
}

/** The engine's instant (ISO). */
function now(): string {
  return new Date(Date.now()).toISOString();
}

/** The place of a case, in milliseconds, in the time over which cases are spread: its id is as good as random. */
function placeIn(seconds: number, caseId: string): number {
  return seconds === 0 ? 0 : Number.parseInt(caseId.slice(0, 8), 16) % (seconds * 1000);
}

function accepted({ version, lastSeq }: CaseState): Accepted {
  return { version, lastSeq };
}

/**
 * Waits until the procedure has run on to its next waits, so that all that a command changes goes into one commit: the
 * engine asks a condition that is armed in this turn only after everything else in the turn has run.
 */
async function rest(): Promise<void> {
  let armed = false;
  void Promise.resolve().then(() => {
    armed = true;
  });
  await condition(() => armed);
}

/** Waits for ever: for a step that was superseded before this run. */
function never(): Promise<never> {
  return new Promise(() => undefined);
}

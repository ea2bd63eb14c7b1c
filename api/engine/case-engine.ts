/** What the API asks of the engine that runs the cases. */
import type { Command } from "../../domain/case/commands.ts";
import type { ProcessName } from "../../domain/process-words.ts";
import type { FundsRanking } from "../../domain/moh/fund-views.ts";
import type { Accepted, CaseInput, RefusalDetail, Replan } from "../../workflows/contract.ts";

export interface CaseEngine {
  /** Starts the workflow of a case; nothing when it has been started before. */
  start(process: ProcessName, input: CaseInput): Promise<void>;
  /** Answers when the case is registered. */
  opened(caseId: string): Promise<Accepted>;
  /**
   * Gives a command to its case.
   * @throws EngineRefusal, EngineBusy, CaseEnded, EngineUnavailable.
   */
  give(caseId: string, command: Command): Promise<Accepted>;
  /** Has a change of the calendar carried into the files, or look whether it is to be stopped. @throws EngineUnavailable. */
  applyCalendarChange(number: number): Promise<void>;
  /** Has a register that is saved brought in; nothing when it is under way. @throws EngineUnavailable. */
  importFiles(importId: string): Promise<void>;
  /** Has a confirmed order of priority carried into its files; nothing when it is under way. @throws EngineUnavailable. */
  confirmRanking(ranking: FundsRanking): Promise<void>;
  /** Has reminders planned anew some seconds from now, when the change that is being saved stands; `cause` names it. @throws EngineUnavailable. */
  replan(scope: Replan, cause: string): Promise<void>;
  /** True when a worker has asked for work recently. */
  isPolled(): Promise<boolean>;
  close(): Promise<void>;
}

/** The case refused the command. */
export class EngineRefusal extends Error {
  readonly detail: RefusalDetail;

  constructor(detail: RefusalDetail) {
    super(detail.code);
    this.name = "EngineRefusal";
    this.detail = detail;
  }
}

/** The case is being resumed: the same command is to be given again. */
export class EngineBusy extends Error {
  constructor() {
    super("the case is being resumed");
    this.name = "EngineBusy";
  }
}

/** No workflow runs for this case any more. */
export class CaseEnded extends Error {
  constructor() {
    super("no workflow runs for the case");
    this.name = "CaseEnded";
  }
}

/** The engine does not answer in time. */
export class EngineUnavailable extends Error {
  constructor(cause: unknown) {
    super("the engine does not answer", { cause });
    this.name = "EngineUnavailable";
  }
}

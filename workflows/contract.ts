/** All that the API sees of the workflows: their names, updates and failures. */
import { defineSignal, defineUpdate } from "@temporalio/workflow";
import type { Command, Refusal } from "../domain/case/commands.ts";
import type { CaseState } from "../domain/case/state.ts";
import type { ProcessName } from "../domain/process-words.ts";
import type { FundsRanking } from "../domain/moh/fund-views.ts";

export const TASK_QUEUE = "dosar";

/** Workflow type of each process, by the name that the API and the database use. */
export const CASE_WORKFLOWS = { moh: "mohAbroadTreatment", e112: "e112" } as const satisfies Record<
  ProcessName,
  string
>;

/** Workflow id of a case; one case, one workflow, whatever is sent twice. */
export function caseWorkflowId(caseId: string): string {
  return `case-${caseId}`;
}

/** What a case workflow starts with: the command that files the dossier; its payload waits, sealed, in the intake. */
export interface CaseInput {
  readonly caseId: string;
  readonly filing: Command;
  /** The state to go on from, after a continue-as-new. */
  readonly snapshot?: CaseState;
  /**
   * Over how many seconds the cases spread the recording of what passed at the same instant and is usually recorded in
   * bulk; at once when absent. What the procedure waits for is never spread.
   */
  readonly spreadSeconds?: number;
  /** Events after which the history is continued as new; the engine's own measure when absent. */
  readonly longHistoryEvents?: number;
  /**
   * Acts of before the file came into the product, in their order: given one after the other, before anybody else's. The
   * version that each is made on is the one that the file then has. One that is refused ends them.
   */
  readonly inherited?: readonly Command[];
}

/** The case after an accepted command. */
export interface Accepted {
  readonly version: number;
  readonly lastSeq: number;
  /** The inherited act that the case refused; those after it were not given. */
  readonly stopped?: StoppedAct;
}

export interface StoppedAct {
  readonly commandId: string;
  readonly refusal: Refusal;
}

/** Gives a command to its case. The update id is the command id. Fails with a type of `RefusalCode`, the refusal as its first detail, or `TRY_AGAIN`. */
export const commandUpdate = defineUpdate<Accepted, [Command]>("command");

/** Answers when the case is registered: its number is given, its first step is open, and what it inherits is written. */
export const openedUpdate = defineUpdate<Accepted, []>("opened");

/**
 * Tells the case of a change of the calendar: every running deadline is computed anew with the calendar as it stands.
 * Idempotent by the number of the change; a case that was told of a later one, or is closed, changes nothing. Fails with
 * `TRY_AGAIN` while the case is being resumed. @returns how many deadlines moved.
 */
export const recomputeUpdate = defineUpdate<Recomputed, [CalendarChanged]>("recompute");

export interface CalendarChanged {
  /** The number of the change. */
  readonly change: number;
}

export interface Recomputed {
  readonly moved: number;
}

/** The workflow that plans reminders anew, in pages; it takes a {@link Replan}. */
export const REPLAN_WORKFLOW = "replanMessages";

/** Whose reminders: those of an institution, of one policy or of all; those that a change of the calendar touches; or a monitoring alert. */
export type Replan =
  | { readonly alert: string; readonly after?: string }
  | { readonly institution: string; readonly policy?: string; readonly after?: string }
  | { readonly change: number; readonly after?: string };

/** One workflow for one cause; `version`: of the policy, or of whatever else changed in the institution. */
export function replanWorkflowId(cause: { institution: string; policy?: string; version: number | string }): string {
  return `replan-${cause.institution}-${cause.policy ?? "all"}-${cause.version}`;
}

/** Deadlines that pass are recorded in bulk within seconds; the cases' own timers, which make up for it, come over ten minutes. */
export const PASSING_SPREAD_SECONDS = 600;

/** Workflow type that brings a register into the product, row by row. */
export const IMPORT_FILES = "importFiles";

/** Workflow id of an import. */
export function importWorkflowId(importId: string): string {
  return `import-${importId}`;
}

/** What the workflow of an import starts with. */
export interface ImportInput {
  readonly importId: string;
}

/** Workflow type that carries a change of the calendar into the open files. */
export const APPLY_CALENDAR_CHANGE = "applyCalendarChange";

/** Workflow id of a change of the calendar, by its number. */
export function calendarChangeWorkflowId(number: number): string {
  return `calendar-change-${number}`;
}

/** What the workflow of a change starts with. */
export interface CalendarChangeInput {
  readonly number: number;
  /** Where to go on, after a continue-as-new. */
  readonly place?: CalendarChangePlace;
}

export interface CalendarChangePlace {
  /** The last file that is done. */
  readonly after: string;
  readonly filesDone: number;
  readonly moved: number;
  /** Files of this pass that did not answer. */
  readonly failed: number;
  readonly pass: number;
}

/** Workflow type that carries a confirmed order of priority into its files. */
export const CONFIRM_RANKING = "confirmRanking";

/** Workflow id of a confirmed order; however often it is started, it runs once at a time. */
export function fundsRankingWorkflowId({ institution, month, number }: FundsRanking): string {
  return `funds-${institution}-${month}-${number}`;
}

/** What is wanted of the change has been written to the database: look again whether it is to go on. */
export const lookSignal = defineSignal("look");

/** The engine asks for the same command again: nothing of it was lost, nothing happens twice. */
export const TRY_AGAIN = "TRY_AGAIN";

/** First detail of a refused command. */
export type RefusalDetail = Refusal & {
  readonly allowed: readonly string[];
  readonly version: number;
  /** With STALE_VERSION: the accepted commands that the person has not seen. */
  readonly changes: readonly { readonly type: string; readonly userId: string; readonly at: string }[];
};

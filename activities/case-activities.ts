/** The activities of case workflows. */
import type { CaseEvent, Seq } from "../domain/case/events.ts";
import type { CaseState, DueDate } from "../domain/case/state.ts";

/** All that one command changed, or that time did. */
export interface CommitBatch {
  readonly caseId: string;
  readonly process: string;
  readonly events: readonly CaseEvent[];
  /** What happened before the file came into the product: nobody is told of it as of something new. */
  readonly inherited?: boolean;
}

export interface CommitResult {
  /** The due dates that this commit computed, by deadline. */
  readonly dues: Readonly<Record<string, DueDate>>;
  /** The numbers that registers gave to acts of the file, when there are any. */
  readonly numbers?: Readonly<Record<Seq, string>>;
  /**
   * The state of the record, when it holds events that the workflow does not know: a worker died between a commit and
   * the moment the engine heard of it, and the engine then offered something else first. The case goes on from here.
   */
  readonly ahead?: CaseState;
}

/** Deadlines that were recorded as passed, in several cases at once. */
export interface PassedBatch {
  readonly cases: number;
  /** There may be more. */
  readonly more: boolean;
}

export interface PassingActivities {
  /** Records that deadlines passed by this instant (ISO), for a batch of cases. Idempotent: what is recorded is not found again. */
  recordPassed(asked: { readonly at: string }): Promise<PassedBatch>;
}

export interface CaseActivities {
  /**
   * Writes a batch in one transaction: events, read models, deadlines, work items, e-mails to send.
   * Idempotent by (case, sequence number) and (case, command id): the same batch again changes nothing and answers the same.
   */
  commitCase(batch: CommitBatch): Promise<CommitResult>;
  /**
   * The state of the record when it is ahead of the workflow. Asked for when a person has seen a version that the
   * workflow does not know: the engine as a whole died after a commit, and nothing else would ever tell it.
   */
  findAhead(known: { readonly caseId: string; readonly lastSeq: Seq }): Promise<CaseState | null>;
}

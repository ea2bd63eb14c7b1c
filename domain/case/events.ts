/**
 * What a case records. The event log is the legal record; everything read or listed is folded from it.
 * Events hold ids, codes and dates only: names, reasons and medical words stay sealed in the database.
 */
import type { PlainDate } from "../plain-date.ts";
import type { DeadlineRuleId } from "../law/index.ts";
import type { ActingRole, Duty } from "../people/roles.ts";

/** Position of an event in its case, from 1, without gaps. */
export type Seq = number;

/** A date that a term runs from or ends at: a dated field of a recorded act. */
export interface DateRef {
  readonly act: Seq;
  /** `occurredOn`, or a further date that the act carries, for example `receivedOn` of the minutes. */
  readonly field: string;
  /** The deadline on whose last day it is: it ran from that act, and ended without another one (decision 1). */
  readonly endOf?: string;
}

export interface Actor {
  readonly userId: string;
  readonly institution: string;
  readonly role: ActingRole;
  /** The officer of the file, away on the day, whose work the person had. */
  readonly inPlaceOf?: string;
}

/** One accepted command. */
export interface Act<Facts = Record<string, unknown>> {
  readonly seq: Seq;
  readonly type: string;
  readonly commandId: string;
  /** Keyed hash of what was sent: the same command id with other contents is told apart. */
  readonly requestHash: string;
  readonly by: Actor;
  /** Instant (ISO) at which it was typed. */
  readonly recordedAt: string;
  /** The legal dates of the act by field; `occurredOn` is always there. A correction changes them. */
  readonly dates: Readonly<Record<string, PlainDate>>;
  /** The dates that corrections set; the others are as entered, or taken by default. */
  readonly corrected?: Readonly<Record<string, PlainDate>>;
  /** Ids, codes and dates of the payload. */
  readonly facts: Facts;
  /** The acts that this one follows: it cannot be dated before them (decision 10). */
  readonly follows: readonly Seq[];
}

/** How the due date of a deadline is found: the term of its rule, or the 23rd working day of the delay watch (decision 8). */
export type DeadlineBasis = "term" | "delay-report";

export type CloseCause = "done" | "superseded" | "case-closed";

/** The body of an event, before the case gives it its place and instant. */
export type EventBody =
  // `stepOpened` and `deadlineStarted` come again while the step is open when it runs from other acts, entered late.
  | { readonly type: "actRecorded"; readonly act: Omit<Act, "seq" | "recordedAt" | "corrected"> }
  | {
      readonly type: "stepOpened";
      readonly step: string;
      readonly since: readonly DateRef[];
      readonly deadlines: readonly string[];
    }
  | { readonly type: "stepClosed"; readonly step: string; readonly cause: CloseCause; readonly by?: Seq }
  | {
      readonly type: "deadlineStarted";
      readonly deadline: string;
      readonly rule: DeadlineRuleId;
      readonly basis: DeadlineBasis;
      readonly duty: Duty;
      readonly from: readonly DateRef[];
      readonly clinic?: string;
    }
  | { readonly type: "deadlineMet"; readonly deadline: string; readonly by: DateRef }
  | { readonly type: "deadlineCancelled"; readonly deadline: string; readonly cause: CloseCause }
  | { readonly type: "deadlinePassed"; readonly deadline: string }
  | { readonly type: "dutyPassed"; readonly deadline: string; readonly duty: Duty }
  // The calendar was changed: every running deadline is computed anew with the latest one.
  | { readonly type: "calendarChanged"; readonly change: number }
  | { readonly type: "caseClosed"; readonly outcome: string };

export type CaseEvent = EventBody & { readonly seq: Seq; readonly at: string };

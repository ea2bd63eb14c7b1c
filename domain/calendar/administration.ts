/** What people and programs read of the calendar and of its changes. */
import type { Text } from "../case/commands.ts";
import type { PlainDate, Weekday } from "../plain-date.ts";
import type { CalendarAct } from "./acts.ts";
import type { DayReason, DayScope, DeclaredDay } from "./working-calendar.ts";

/** A day of the year. */
export interface CalendarDayView {
  readonly date: PlainDate;
  readonly weekday: Weekday;
  readonly working: boolean;
  /** Why it does not work, or why it does though it usually would not; `id` names the declared day. */
  readonly reason?: DayReason & { readonly id?: string };
}

/** A declared day that stands. */
export interface DeclaredDayView {
  readonly id: string;
  readonly date: PlainDate;
  readonly kind: DeclaredDay["kind"];
  readonly scope: DayScope;
  readonly institution?: string;
  readonly legalAct: string;
  /** The change that declared it; 0 is what came with the product. */
  readonly declaredIn: number;
  /** Who declared it; said to people who are signed in. */
  readonly declaredBy?: string;
  readonly declaredAt: string;
}

export interface CalendarYearView {
  readonly year: number;
  readonly confirmed: boolean;
  /** The latest change of the calendar. */
  readonly number: number;
  readonly firstYear: number;
  readonly lastYear: number;
  readonly institution?: string;
  readonly months: readonly { readonly month: number; readonly days: readonly CalendarDayView[] }[];
  /** Those of the year that this calendar holds; without an institution, those for everyone and for the public sector. */
  readonly declared: readonly DeclaredDayView[];
  /** The rules for which it was settled whether declared days interrupt them. */
  readonly interruptions: readonly {
    readonly rule: string;
    readonly interrupted: boolean;
    readonly citation: string;
  }[];
}

/** Files and deadlines. A file counts once, however many of its deadlines move. */
export interface CalendarEffect {
  readonly files: number;
  /** Deadlines whose last day changes. */
  readonly moved: number;
  /** Of those, the ones that would be late at once. */
  readonly becomeLate: number;
  readonly ceaseToBeLate: number;
  /** Deadlines that are no longer provisional. */
  readonly confirmed: number;
  /** Deadlines that become provisional: they move into a year that is not confirmed. */
  readonly becomeProvisional: number;
}

/** A deadline that moves. The dates are the last days on which the act is in time. */
export interface MoveView {
  readonly caseId: string;
  readonly registrationNumber: string;
  readonly institution: string;
  readonly deadline: string;
  readonly rule: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly becomesLate: boolean;
  readonly ceasesToBeLate: boolean;
}

export interface MovePage {
  readonly moves: readonly MoveView[];
  readonly nextCursor?: string;
}

/** What acts would do, were they saved now. */
export interface SimulationView extends MovePage {
  /** The change of the calendar on which it was made. */
  readonly number: number;
  readonly institutions: readonly (CalendarEffect & { readonly id: string; readonly name: Text })[];
  readonly totals: CalendarEffect;
  readonly tookMs: number;
}

export type ChangeState = "saved" | "running" | "stopped" | "done";

/** An act of a change as it was given; for a withdrawal with the day that it withdrew. */
export type DoneAct = CalendarAct & {
  readonly day?: { readonly date: PlainDate; readonly kind: DeclaredDay["kind"]; readonly for: string };
};

/** A change of the calendar, and how far it has been carried into the open files. */
export interface CalendarChangeView {
  readonly number: number;
  /** Whose calendar; absent for the national one. */
  readonly institution?: string;
  readonly acts: readonly DoneAct[];
  readonly by?: string;
  readonly at: string;
  readonly state: ChangeState;
  /** Files to recompute; 0 until it has begun. */
  readonly files: number;
  readonly filesDone: number;
  /** Deadlines whose date moved. */
  readonly moved: number;
  /** Files a second while it was at work, stops left out. */
  readonly ratePerSecond?: number;
  /** When it will be done at this rate; while it runs. */
  readonly estimatedEndAt?: string;
  readonly startedAt?: string;
  readonly finishedAt?: string;
}

export interface CalendarChangePage {
  readonly items: readonly CalendarChangeView[];
  readonly nextCursor?: string;
}

/** What a file of days says: acts to simulate and save, lines that cannot be read, and lines that stand already. */
export interface ImportView {
  readonly acts: readonly CalendarAct[];
  readonly errors: readonly ImportProblem[];
  readonly skipped: readonly ImportProblem[];
}

export interface ImportProblem {
  /** Counted from 1. */
  readonly line: number;
  /** The column of a CSV, or the property of an event. */
  readonly column?: string;
  readonly code: string;
  readonly message: string;
}

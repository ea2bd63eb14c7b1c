/** What people and programs read of the calendar and of its changes. */
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

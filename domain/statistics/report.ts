/** What the statistics of an institution say of a period. */
import type { Text } from "../case/commands.ts";
import type { MoneyKind } from "../case/money.ts";
import type { LawProcess } from "../law/index.ts";
import type { TermUnit } from "../law/rule.ts";
import type { Duty, InstitutionKind } from "../people/roles.ts";
import type { PlainDate } from "../plain-date.ts";
import type { Withheld } from "./suppress.ts";

/** All institutions of a process together. */
export const COUNTRY = "country";

/** A count, or why it is not shown. */
export type Shown = number | Withheld;

export interface StepFigures {
  readonly step: string;
  readonly title: Text;
  readonly duty: Duty;
  /** Files that wait for it now. */
  readonly now: Shown;
  /** How often files came to it, and left it, in the period. */
  readonly entered: Shown;
  readonly left: Shown;
}

export interface Outcomes {
  /** Kept in the period: in time, and late. */
  readonly kept: Shown;
  readonly late: Shown;
  /** Passed in the period, and not kept to this day. */
  readonly missed: Shown;
  /** Running now, in time. */
  readonly running: Shown;
}

export interface Spread {
  /** Of those kept in the period; null where they are too few to say it. */
  readonly median: number | null;
  /** Nine of ten took no more; null where they are too few to say it. */
  readonly ninth: number | null;
}

export interface TermFigures extends Outcomes, Spread {
  /** Its rule, which of the rule's terms, and who owes it. */
  readonly id: string;
  readonly rule: string;
  readonly duty: Duty;
  readonly text: Text;
  readonly limit: Limit;
}

export interface Limit {
  readonly value: number;
  readonly unit: TermUnit;
}

export interface HandsFigures {
  readonly duty: Duty;
  readonly files: Shown;
  readonly workingDays: Shown;
  readonly calendarDays: Shown;
  readonly suspendedDays: Shown;
}

/** How applications were decided in the period, and in how many working days from their registration; the law sets no term for it. */
export interface DecisionFigures extends Spread {
  /** How often copies were to be handed over: of forms issued, and of those that replaced another. */
  readonly granted: Shown;
  readonly refused: Shown;
}

/** One institution among the others. */
export interface HouseFigures extends Outcomes, Spread {
  /** Where the law sets no term for the decision. */
  readonly decisions?: DecisionFigures;
  readonly institution: string;
  readonly kind: InstitutionKind;
  readonly open: Shown;
  readonly entered: Shown;
  readonly closed: Shown;
}

export interface MoneyFigures {
  readonly kind: MoneyKind;
  /** Absent for the sum of all currencies, in lei. */
  readonly currency?: string;
  readonly files: Shown;
  /** An exact decimal, or why it is not shown; null where a rate is missing. */
  readonly amount: string | null;
}

export interface StatisticsReport {
  /** An institution, or `country`. */
  readonly scope: string;
  readonly kind: InstitutionKind | typeof COUNTRY;
  /** The process whose files are counted. */
  readonly process: LawProcess;
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** True where small counts are shown, to those who may open the files anyway. */
  readonly exact: boolean;
  /** True when other days were asked for: small counts are guarded by the month. */
  readonly widened: boolean;
  /** Files of earlier releases whose figures are still being made. */
  readonly pending: number;
  readonly at: string;
  readonly files: {
    readonly open: Shown;
    readonly entered: Shown;
    readonly closed: Shown;
    readonly outcomes: readonly { readonly outcome: string; readonly title: Text; readonly files: Shown }[];
  };
  readonly steps: readonly StepFigures[];
  readonly terms: readonly TermFigures[];
  /** Where the law sets no term for the decision. */
  readonly decisions?: DecisionFigures;
  readonly hands: readonly HandsFigures[];
  /** The term by which institutions are compared; absent for all terms together. */
  readonly term?: string;
  /** Institutions side by side; none but for the country. */
  readonly houses: readonly HouseFigures[];
  readonly money: readonly MoneyFigures[];
}

/** What a person may ask for. */
export interface StatisticsChoices {
  readonly institutions: readonly { readonly id: string; readonly kind: InstitutionKind; readonly name: Text }[];
  readonly country: boolean;
}

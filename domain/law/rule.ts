import type { LocalText } from "../calendar/local-text.ts";
import type { PlainDate } from "../plain-date.ts";
import type { ReadingId } from "./readings.ts";

export type { LocalText } from "../calendar/local-text.ts";

export type LawProcess = "moh" | "e112";

export type RuleKind =
  "condition" | "route" | "right" | "document" | "content" | "field" | "deadline" | "money" | "sanction";

/** Who owes an act, or whose answer is awaited. */
export type Duty =
  | "DSP"
  | "CST"
  | "MOH"
  | "MOH_COMMISSION"
  | "CAS"
  | "PATIENT"
  | "PATIENT_SIDE"
  | "FAMILY"
  | "TREATING_DOCTOR"
  | "CLINIC";

/** The moment from whose date a term runs; the day itself never counts. */
export type StartEvent =
  | "DossierCompleteAtDsp"
  | "CommissionExaminationFinished"
  | "CommissionDecisionRegisteredAtDsp"
  | "DossierApprovedByCommission"
  | "ClinicRequestsSent"
  | "NoOrNegativeAnswerEstablished"
  | "PriceOffersReceived"
  | "ClinicMinutesReceivedByDsp"
  | "MedicalMinutesRegistered"
  | "DelayReportRegisteredAtMoh"
  | "DossierRegisteredAtMoh"
  | "PatientReturnedToRomania"
  | "FirstCheckDone"
  | "PatientDied"
  | "AcceptanceRequested";

/**
 * How days are counted. `working-days`: the strict reading, due at the end of the n-th working day.
 * `free-days`: neither the first day nor the last counts, and a last day that is not working rolls forward. `hours`: by the clock.
 */
export type CountingMode = "working-days" | "free-days" | "calendar-days" | "hours" | "months" | "years";

export type TermUnit = "working_days" | "hours" | "calendar_days" | "months" | "years";

/** How long a term is and how it is counted, whoever owes the act. */
export interface Term {
  readonly value: number;
  readonly unit: TermUnit;
  readonly mode: CountingMode;
  /** Why it is counted so. */
  readonly modeCitation: LocalText;
  /** A last day that is not working is followed by a practical due day, the next working day; of free days it is that day. */
  readonly rollsForward?: boolean;
  readonly passesAt: "end-of-due-day" | "start-of-next-working-day";
}

/** A term as the law states it and as the product counts it. */
export interface DeadlineTerm extends Term {
  readonly startsAt: StartEvent;
  readonly duty: Duty;
  /** Who else may owe the act: MOH-42 is the DSP's when the DSP corresponds. */
  readonly otherDuty?: Duty;
  /** Whether a declared day off is left out of the count (decision 7): so for public institutions only. */
  readonly interruptedByDeclaredDays: boolean;
  /** Its lapse may count against the patient side: that effect comes one working day later (decision 6). */
  readonly againstPatient?: boolean;
  /** Advice that nobody owes and whose lapse has no effect (E112-A5): shown as a date, never kept as a duty. */
  readonly advisory?: boolean;
}

/** One rule of the law, in one of its versions. */
export interface RuleRecord {
  readonly id: string;
  readonly process: LawProcess;
  readonly kind: RuleKind;
  /** What it asks, in the product's own words. */
  readonly text: LocalText;
  readonly citation: LocalText;
  /** The product's readings that act in it, shown wherever it acts. */
  readonly readings: readonly ReadingId[];
  /** The first day on which this version holds; it holds until the next version of the same rule. */
  readonly validFrom: PlainDate;
  readonly deadline?: DeadlineTerm;
}

/** A rule as its process writes it down; what is common to the process is added once. */
export interface RuleData {
  readonly id: `${"MOH" | "E112"}-${string}`;
  readonly kind: RuleKind;
  readonly text: LocalText;
  readonly citation: LocalText;
  readonly readings?: readonly ReadingId[];
  /** Absent: since the day from which the rules of the process are held to be in force. */
  readonly validFrom?: PlainDate;
  readonly deadline?: DeadlineTerm;
}

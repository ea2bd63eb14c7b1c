/** Commands as the case sees them: who may give them, and why one is refused. No payload travels here, only its facts. */
import type { PlainDate } from "../plain-date.ts";
import type { InstitutionKind, Role } from "../people/roles.ts";
import type { RuleId } from "../law/index.ts";
import type { Actor } from "./events.ts";

/** A text that people read, in both languages. */
export interface Text {
  readonly ro: string;
  readonly en: string;
}

/** What one command is called, who gives it and by which rules. */
export interface CommandDefinition {
  readonly title: Text;
  /** Institutions whose people give this command; their roles follow from it unless `roles` narrows them. */
  readonly institutions: readonly InstitutionKind[];
  readonly roles: readonly Role[];
  readonly rules: readonly RuleId[];
  /** The patient side may record it as well, with the number and the code of its file. */
  readonly patientSide?: boolean;
}

/** A command on its way to its case. `facts` are the ids, codes and dates of its payload, which itself stays sealed in the database. */
export interface Command<Facts = Record<string, unknown>> {
  readonly commandId: string;
  /** Keyed hash of what was sent: the same command id with other contents is told apart. */
  readonly requestHash: string;
  readonly type: string;
  /** The version of the case that the person saw. */
  readonly expectedVersion: number;
  readonly occurredOn: PlainDate;
  readonly actor: Actor;
  readonly facts: Facts;
}

/** Why a command is refused. `conflict` answers 409, `invalid` 422; the sentence is made from code and params at the edge. */
export interface Refusal {
  readonly kind: "conflict" | "invalid";
  readonly code: RefusalCode;
  /** The field of the request that is wrong, for `invalid`. */
  readonly field?: string;
  readonly rule?: RuleId;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** Refusals of the rounds of clinics, of the funds, and of what follows the Ministry's approval. */
export const TREATMENT_REFUSALS = [
  "CLINIC_NOT_SILENT",
  "CLINIC_NOT_REFUSED",
  "STILL_AWAITED",
  "ANNOUNCEMENT_NEEDED",
  "ROUND_MISMATCH",
  "CLASS_UNCHANGED",
  "CLASS_A_NEEDED",
  "ESTIMATE_OF_MINISTRY",
  "ESTIMATE_SETTLED",
  "ESTIMATE_UNCHANGED",
  "PART_TOO_LARGE",
  "CLINIC_NOT_SELECTED",
  "AMOUNT_DIFFERS",
  "SUMS_DIFFER",
  "NOT_MISSED_YET",
  "WHICH_APPOINTMENT",
  "UNKNOWN_APPOINTMENT",
  "APPOINTMENT_BEFORE",
  "DEPARTURE_NEEDED",
  "NO_COMPANIONS",
  "COMPANION_AGE",
  "REASON_NEEDED",
  "CHECK_UP_DOCUMENT",
  "EXPENSE_AFTER_CLAIM",
  "LINE_UNKNOWN",
  "LINE_TWICE",
  "LINE_NOT_REIMBURSABLE",
  "LINE_TOO_MUCH",
  "LINE_REASON",
  "LINE_HELD",
] as const;

/** Refusals of the E112 process. */
export const E112_REFUSALS = [
  "REFUSAL_IMPOSSIBLE",
  "ROUTE_NOT_OPEN",
  "WRONG_HOUSE",
  "NOT_ANNULLABLE",
  "APPLICANT_MISMATCH",
  "NO_CAS_CONTRACT",
  "NOT_BY_EMAIL",
  "ACCEPTANCE_NOT_ASKED",
  "COST_NOT_ASKED",
  "CLINIC_NEEDED",
  "PERIOD_ORDER",
  "CONTENT_LACKING",
  "DOSSIER_LACKING",
  "WAIVER_PROOF_NEEDED",
  "ORIGINAL_WITH_DOCTOR",
  "INSURED_NEEDED",
  "PARENT_NEEDED",
  "PARENT_WAIVED",
  "NO_PARENTS",
  "PERSON_DECIDES",
  "INSURED_MISMATCH",
  "CLINIC_COUNTRY",
  "COST_OF_PATIENT",
  "TWO_COPIES",
  "FORCE_MAJEURE_NEEDED",
  "COULD_BE_ISSUED_BEFORE",
  "COST_PAID",
  "FORCE_MAJEURE_REPORT_NEEDED",
  "COST_NOT_PAID",
  "ISSUE_POSSIBLE",
  "FORM_NOT_GIVEN_UP",
  "WAIVER_OF_ADULT",
  "COPY_RECIPIENT",
  "COPY_HANDED_OVER",
  "INVOICE_KNOWN",
  "UNKNOWN_INVOICE",
  "INVOICE_SETTLED",
  "NOT_BETWEEN_INSTITUTIONS",
  "DIFFERENCE_REASON_NEEDED",
] as const;

export const REFUSAL_CODES = [
  "NOT_ALLOWED_NOW",
  "STALE_VERSION",
  "CASE_CLOSED",
  "FUTURE_DATE",
  "BEFORE_CALENDAR",
  "BEFORE_PRECEDING_ACT",
  "AFTER_FOLLOWING_ACT",
  "DATE_ORDER",
  "BEFORE_DUTY",
  "DECISION_MISMATCH",
  "UNKNOWN_CLINIC",
  "CLINIC_NOT_ASKED",
  "CLINIC_ALREADY_ASKED",
  "CLINIC_HAS_OFFER",
  "CLINIC_WITHOUT_OFFER",
  "UNDERTAKING_NEEDED",
  "UNKNOWN_ACT",
  "NOT_CORRECTABLE",
  "UNCHANGED",
  "NOT_YOUR_ACT",
  "UNKNOWN_DEADLINE",
  "NOT_YOUR_DEADLINE",
  "DEADLINE_NOT_RUNNING",
  "ALREADY_SUSPENDED",
  "NOT_SUSPENDED",
  "BEFORE_TERM",
  "TERM_OVER",
  ...TREATMENT_REFUSALS,
  ...E112_REFUSALS,
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

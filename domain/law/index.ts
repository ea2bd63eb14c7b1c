/** The law as data: rules by id and date, the readings that act in them, and the terms computed from them. */
export * from "./compute-deadline.ts";
export * from "./explain-deadline.ts";
export { COUNTING_MODES, ROLL_CITATION } from "./counting-modes.ts";
export { countingModeText, dayReasonText } from "./day-reason-text.ts";
export { E112_LEGAL_BASIS, legalBasisOf, MOH_LEGAL_BASIS } from "./legal-basis.ts";
export { findReading, getReading, READINGS, type ReadingId } from "./readings.ts";
export type { DeadlineTerm, LawProcess, LocalText, Term } from "./rule.ts";
export * from "./rules.ts";
export type { Suspension } from "./suspensions.ts";
export { startEventText, termLength } from "./term-texts.ts";
export { bareTerm, isPublicInstitution, type TermKind } from "./terms.ts";

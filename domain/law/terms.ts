import { COUNTING_MODES } from "./counting-modes.ts";
import type { CountingMode, DeadlineTerm, Duty, StartEvent, Term, TermUnit } from "./rule.ts";

const UNIT_AND_MODE = {
  workingDays: { unit: "working_days", mode: "working-days" },
  freeDays: { unit: "calendar_days", mode: "free-days" },
  calendarDays: { unit: "calendar_days", mode: "calendar-days" },
  hours: { unit: "hours", mode: "hours" },
  months: { unit: "months", mode: "months" },
  years: { unit: "years", mode: "years" },
} as const satisfies Record<string, { unit: TermUnit; mode: CountingMode }>;

export type TermKind = keyof typeof UNIT_AND_MODE;

type Extra = Partial<Pick<DeadlineTerm, "otherDuty" | "againstPatient" | "passesAt" | "modeCitation">>;

/** A term as data. Declared days off interrupt it when a public institution owes the act (decision 7). */
export function term(value: number, kind: TermKind, startsAt: StartEvent, duty: Duty, extra: Extra = {}): DeadlineTerm {
  return {
    ...bareTerm(value, kind),
    startsAt,
    duty,
    interruptedByDeclaredDays: isPublicInstitution(duty),
    againstPatient: false,
    ...extra,
  };
}

/** A length of time that is advised: nobody owes it, no day off interrupts it, and it ends on the very day (E112-A5). */
export function advice(value: number, kind: TermKind, startsAt: StartEvent, duty: Duty): DeadlineTerm {
  const advised = term(value, kind, startsAt, duty);
  return { ...advised, rollsForward: false, interruptedByDeclaredDays: false, advisory: true };
}

/** A term that nobody in particular owes. One not in working days rolls forward (MOH-A2, MOH-A9, decisions 4 and 11). */
export function bareTerm(value: number, kind: TermKind): Term {
  const { unit, mode } = UNIT_AND_MODE[kind];
  return {
    value,
    unit,
    mode,
    modeCitation: COUNTING_MODES[mode].citation,
    rollsForward: kind !== "workingDays",
    passesAt: "end-of-due-day",
  };
}

/** The DSP, the commissions, the Ministry and the insurance houses; not patients, families, doctors and clinics. */
export function isPublicInstitution(duty: Duty): boolean {
  switch (duty) {
    case "DSP":
    case "CST":
    case "MOH":
    case "MOH_COMMISSION":
    case "CAS":
      return true;
    case "PATIENT":
    case "PATIENT_SIDE":
    case "FAMILY":
    case "TREATING_DOCTOR":
    case "CLINIC":
      return false;
  }
}

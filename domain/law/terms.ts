import type { CountingMode, DeadlineTerm, Duty, StartEvent, TermUnit } from "./rule.ts";

const UNIT_AND_MODE = {
  workingDays: { unit: "working_days", mode: "working-days" },
  calendarDays: { unit: "calendar_days", mode: "calendar-days" },
  hours: { unit: "hours", mode: "hours" },
  years: { unit: "years", mode: "years" },
} as const satisfies Record<string, { unit: TermUnit; mode: CountingMode }>;

type Extra = Partial<Pick<DeadlineTerm, "otherDuty" | "againstPatient" | "passesAt">>;

/** A term as data. Declared days off interrupt it when a public institution owes the act (decision 7); terms not in working days roll forward (MOH-A2, MOH-A9, decisions 4 and 11). */
export function term(
  value: number,
  unit: keyof typeof UNIT_AND_MODE,
  startsAt: StartEvent,
  duty: Duty,
  extra: Extra = {},
): DeadlineTerm {
  return {
    value,
    ...UNIT_AND_MODE[unit],
    startsAt,
    duty,
    interruptedByDeclaredDays: isPublicInstitution(duty),
    rollsForward: unit !== "workingDays",
    againstPatient: false,
    passesAt: "end-of-due-day",
    ...extra,
  };
}

/** The DSP, the commissions and the Ministry; not patients, families, doctors and clinics. */
export function isPublicInstitution(duty: Duty): boolean {
  switch (duty) {
    case "DSP":
    case "CST":
    case "MOH":
    case "MOH_COMMISSION":
      return true;
    case "PATIENT":
    case "PATIENT_SIDE":
    case "FAMILY":
    case "TREATING_DOCTOR":
    case "CLINIC":
      return false;
  }
}

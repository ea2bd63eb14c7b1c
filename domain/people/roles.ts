/** Institutions, roles and who owes what. Romanian institutions keep their Romanian names. */

export const INSTITUTION_KINDS = ["dsp", "cst", "ministry", "cas", "cnas"] as const;
/**
 * `dsp` county public-health directorate; `cst` territorial specialist commission; `ministry` Ministry of Health; `cas`
 * county insurance house; `cnas` national insurance house.
 */
export type InstitutionKind = (typeof INSTITUTION_KINDS)[number];

export const ROLES = [
  "dsp-officer",
  "dsp-supervisor",
  "commission-secretary",
  "ministry-officer",
  "cas-officer",
  "cas-supervisor",
  "cnas-officer",
  "institution-head",
  "administrator",
] as const;
export type Role = (typeof ROLES)[number];

/** Who acts in a file: people in their roles, and the patient side by the number and the code of its own file. */
export type ActingRole = Role | "patient-side";

/** The houses in which a file on the Ministry's route is handled. */
export type MohHouse = Extract<InstitutionKind, "dsp" | "cst" | "ministry">;

/** Who has a part in the Ministry's route. */
export const MOH_DUTIES = [
  "DSP",
  "CST",
  "MOH",
  "MOH_COMMISSION",
  "PATIENT",
  "PATIENT_SIDE",
  "FAMILY",
  "TREATING_DOCTOR",
  "CLINIC",
] as const;

/** Who owes an act by law. */
export const DUTIES = [...MOH_DUTIES, "CAS"] as const;
export type Duty = (typeof DUTIES)[number];

/** The institution whose people act, or are reminded, for a duty; the patient side and clinics are reached through the DSP. */
export function institutionOfDuty(duty: Duty): InstitutionKind {
  switch (duty) {
    case "CST":
      return "cst";
    case "MOH":
    case "MOH_COMMISSION":
      return "ministry";
    case "CAS":
      return "cas";
    case "DSP":
    case "PATIENT":
    case "PATIENT_SIDE":
    case "FAMILY":
    case "TREATING_DOCTOR":
    case "CLINIC":
      return "dsp";
  }
}

/** The house in which a role that gives commands is held; undefined for the roles that every house has. */
export function houseOfRole(role: Role): InstitutionKind | undefined {
  switch (role) {
    case "dsp-officer":
    case "dsp-supervisor":
      return "dsp";
    case "commission-secretary":
      return "cst";
    case "ministry-officer":
      return "ministry";
    case "cas-officer":
    case "cas-supervisor":
      return "cas";
    case "cnas-officer":
      return "cnas";
    case "institution-head":
    case "administrator":
      return undefined;
  }
}

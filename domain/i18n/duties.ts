import type { Text } from "../case/commands.ts";
import type { Duty } from "../people/roles.ts";

const NAMES: Readonly<Record<Duty, Text>> = {
  DSP: { ro: "Direcția de Sănătate Publică (DSP)", en: "The county public-health directorate (DSP)" },
  CST: { ro: "Comisia de specialitate teritorială", en: "The territorial specialist commission" },
  MOH: { ro: "Ministerul Sănătății", en: "The Ministry of Health" },
  MOH_COMMISSION: { ro: "Comisia Ministerului Sănătății", en: "The commission of the Ministry of Health" },
  CAS: { ro: "Casa de asigurări de sănătate (CAS)", en: "The county insurance house (CAS)" },
  PATIENT: { ro: "Pacientul", en: "The patient" },
  PATIENT_SIDE: { ro: "Pacientul sau cine îl reprezintă", en: "The patient or who represents the patient" },
  FAMILY: { ro: "Familia", en: "The family" },
  TREATING_DOCTOR: { ro: "Medicul curant", en: "The treating doctor" },
  CLINIC: { ro: "Clinica", en: "The clinic" },
};

/** Who owes an act, in full. */
export function dutyName(duty: Duty): Text {
  return NAMES[duty];
}

/** Settlement between institutions, on form E125 (E112-85). */

/** Words by which the patient is named as a party: no money goes between the house and the patient here. */
const PATIENT_WORDS =
  /^(the )?(patient|pacient|pacientul|pacienta|beneficiar|beneficiarul|beneficiary|asigurat|asiguratul)$/i;

/** True when a party of a settlement is the patient, who is none (E112-85). */
export function namesPatient(party: string): boolean {
  return PATIENT_WORDS.test(party.trim());
}

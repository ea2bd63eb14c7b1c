/** What the values of a closed list mean, so that a sentence can name them for people and for programs. */
import type { Text } from "../case/commands.ts";
import type { Language } from "./language.ts";

const MEANINGS: Readonly<Record<string, Text>> = {
  patient: { ro: "pacientul", en: "the patient" },
  legalRepresentative: { ro: "reprezentantul legal", en: "the legal representative" },
  spouse: { ro: "soțul sau soția", en: "the spouse" },
  relative: { ro: "o rudă", en: "a relative" },
  carer: { ro: "aparținătorul", en: "the carer" },
  DSP: { ro: "DSP", en: "the DSP" },
  patientSide: { ro: "pacientul sau aparținătorul", en: "the patient or the carer" },
  original: { ro: "originalul", en: "the original" },
  copy: { ro: "o copie", en: "a copy" },
  approved: { ro: "aprobare", en: "approval" },
  rejected: { ro: "respingere", en: "rejection" },
  offer: { ro: "ofertă completă", en: "a complete offer" },
  "incomplete-offer": { ro: "ofertă incompletă", en: "an incomplete offer" },
  refusal: { ro: "refuz", en: "a refusal" },
  post: { ro: "prin poștă", en: "by post" },
  email: { ro: "prin e-mail", en: "by e-mail" },
  "in-person": { ro: "personal", en: "in person" },
  phone: { ro: "prin telefon", en: "by telephone" },
  parent: { ro: "un părinte", en: "a parent" },
  guardian: { ro: "tutorele", en: "the guardian" },
  otherPerson: { ro: "altă persoană", en: "another person" },
  scan: { ro: "o scanare", en: "a scan" },
  doctor: { ro: "medicul", en: "the doctor" },
  institution: { ro: "o instituție", en: "an institution" },
  treatment: { ro: "tratament", en: "treatment" },
  transport: { ro: "transport", en: "transport" },
  companionAccommodation: { ro: "cazarea însoțitorilor", en: "the carers’ accommodation" },
  death: { ro: "deces", en: "death" },
  soleCustody: { ro: "custodie exclusivă", en: "sole custody" },
  guardianship: { ro: "tutelă", en: "guardianship" },
  CAS: { ro: "registratura casei", en: "the registry of the house" },
  CNAS: { ro: "registratura CNAS", en: "the registry of the CNAS" },
  issuer: { ro: "instituția emitentă", en: "the institution that issues" },
  applicant: { ro: "solicitantul", en: "the applicant" },
  paid: { ro: "costul este achitat", en: "the cost is paid" },
  noForceMajeure: { ro: "nu a fost forță majoră", en: "there was no force majeure" },
  e112: { ro: "formularul E112/S2, la casa de asigurări", en: "form E112/S2, at the insurance house" },
  moh: { ro: "tratament prin Ministerul Sănătății", en: "treatment through the Ministry of Health" },
};

/** `spouse (the spouse)`; the value alone when it says by itself what it is. */
export function explainedValue(value: string, language: Language): string {
  const meaning = Object.hasOwn(MEANINGS, value) ? MEANINGS[value]?.[language] : undefined;
  return meaning === undefined || meaning === value ? value : `${value} (${meaning})`;
}

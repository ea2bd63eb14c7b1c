/**
 * The steps of the E112/S2 process: who acts, who owes, what is accepted, by which rules. No step has a term
 * (reading E112-A4). The workflow opens them by name.
 */
import type { Text } from "../case/commands.ts";
import { stepName, type StepDefinition } from "../case/process.ts";
import type { E112CommandType } from "./commands.ts";

/** Stages of a file; `state` is the place in the state chart of the process (E0 to E13). */
export const E112_STAGES = {
  preparing: { state: "E0", title: { ro: "În pregătire", en: "In preparation" } },
  agreed: { state: "E1", title: { ro: "Cu acordul medicului curant", en: "Agreed by the treating doctor" } },
  translated: { state: "E2", title: { ro: "Documente traduse", en: "Documents translated" } },
  "awaiting-acceptance": {
    state: "E3",
    title: { ro: "Se așteaptă acceptul clinicii", en: "Waiting for the clinic’s acceptance" },
  },
  accepted: { state: "E4", title: { ro: "Acceptat de clinică", en: "Accepted by the clinic" } },
  "translation-legalised": {
    state: "E5",
    title: { ro: "Acceptul are traducere legalizată", en: "The acceptance has its legalised translation" },
  },
  "report-issued": { state: "E6", title: { ro: "Raport medical întocmit", en: "Medical report drawn" } },
  "dossier-assembled": { state: "E7", title: { ro: "Dosar întocmit", en: "Dossier assembled" } },
  registered: { state: "E8", title: { ro: "Cerere înregistrată la casă", en: "Application registered" } },
  "medical-analysis": { state: "E9", title: { ro: "În analiză medicală", en: "Under medical analysis" } },
  "to-be-issued": { state: "E10", title: { ro: "Formular de eliberat", en: "Form to be issued" } },
  issued: { state: "E11", title: { ro: "Formular eliberat", en: "Form issued" } },
  "not-met": { state: "E12", title: { ro: "Condiții neîndeplinite", en: "Conditions not met" } },
  refused: { state: "E12", title: { ro: "Cerere refuzată", en: "Application refused" } },
  "moving-to-ministry-route": {
    state: "E12",
    title: { ro: "Se deschide dosarul la DSP", en: "The file at the DSP is being opened" },
  },
  settlement: { state: "E13", title: { ro: "Decontare între instituții", en: "Settlement between institutions" } },
  "residence-transfer": {
    state: "E0",
    title: { ro: "Transfer de reședință, de trimis mai departe", en: "Transfer of residence, to be passed on" },
  },
  completed: { state: "END", title: { ro: "Încheiat", en: "Completed" } },
  "moved-to-ministry-route": {
    state: "END",
    title: { ro: "Trecut pe calea Ministerului Sănătății", en: "Moved to the Ministry of Health’s route" },
  },
  withdrawn: { state: "END", title: { ro: "Retras de solicitant", en: "Withdrawn by the applicant" } },
  died: { state: "END", title: { ro: "Pacient decedat", en: "Patient deceased" } },
  "passed-on": { state: "END", title: { ro: "Trimis mai departe", en: "Passed on" } },
  "form-cancelled": { state: "END", title: { ro: "Formular anulat", en: "Form cancelled" } },
  "departed-before-issue": {
    state: "END",
    title: { ro: "Plecat înainte de eliberare", en: "Departed before the issue" },
  },
} as const satisfies Record<string, { state: string; title: Text }>;
export type E112Stage = keyof typeof E112_STAGES;

const HOUSE = { institution: "cas", duty: "CAS" } as const;
/** The officer of the house enters at the desk what others do. */
const PATIENT_SIDE = { institution: "cas", duty: "PATIENT_SIDE" } as const;
const DOCTOR = { institution: "cas", duty: "TREATING_DOCTOR" } as const;
const CLINIC = { institution: "cas", duty: "CLINIC" } as const;

export const E112_STEPS = {
  "prior-agreement": {
    ...DOCTOR,
    title: { ro: "Acordul prealabil al medicului curant", en: "The treating doctor’s prior agreement" },
    stage: "preparing",
    accepts: ["recordPriorAgreement"],
    rules: ["E112-11", "E112-12"],
  },
  "translate-documents": {
    ...PATIENT_SIDE,
    title: { ro: "Traducerea documentelor medicale", en: "Translate the medical documents" },
    stage: "agreed",
    accepts: ["recordTranslations"],
    rules: [
      "E112-13",
      "E112-14",
      "E112-15",
      "E112-16",
      "E112-17",
      "E112-18",
      "E112-19",
      "E112-20",
      "E112-21",
      "E112-22",
      "E112-23",
    ],
  },
  "request-acceptance": {
    ...PATIENT_SIDE,
    title: { ro: "Cererea către medicul din străinătate", en: "The request to the doctor abroad" },
    stage: "translated",
    accepts: ["sendRequestToClinic"],
    rules: ["E112-24", "E112-25", "E112-26", "E112-27"],
  },
  "await-acceptance": {
    ...CLINIC,
    title: { ro: "Acceptul clinicii", en: "The clinic’s acceptance" },
    stage: "awaiting-acceptance",
    accepts: ["recordAcceptance", "recordClinicRefusal"],
    rules: [
      "E112-28",
      "E112-29",
      "E112-30",
      "E112-31",
      "E112-32",
      "E112-33",
      "E112-34",
      "E112-35",
      "E112-36",
      "E112-37",
    ],
  },
  "legalise-translation": {
    ...PATIENT_SIDE,
    title: { ro: "Traducerea legalizată a acceptului", en: "The acceptance’s legalised translation" },
    stage: "accepted",
    accepts: ["recordLegalisedTranslation"],
    rules: ["E112-39", "E112-40"],
  },
  "medical-report": {
    ...DOCTOR,
    title: { ro: "Raportul medical tipizat", en: "The standard medical report" },
    stage: "translation-legalised",
    accepts: ["recordMedicalReport"],
    rules: [
      "E112-41",
      "E112-42",
      "E112-43",
      "E112-44",
      "E112-45",
      "E112-46",
      "E112-47",
      "E112-48",
      "E112-49",
      "E112-50",
      "E112-51",
      "E112-52",
      "E112-53",
      "E112-54",
      "E112-55",
      "E112-56",
      "E112-57",
      "E112-58",
    ],
  },
  "assemble-dossier": {
    ...PATIENT_SIDE,
    title: { ro: "Întocmirea dosarului", en: "Assemble the dossier" },
    stage: "report-issued",
    accepts: ["assembleDossier", "addDocument"],
    rules: [
      "E112-59",
      "E112-62",
      "E112-63",
      "E112-64",
      "E112-66",
      "E112-67",
      "E112-68",
      "E112-69",
      "E112-70",
      "E112-71",
      "E112-72",
      "E112-73",
      "E112-74",
      "E112-75",
      "E112-76",
    ],
  },
  "register-application": {
    ...HOUSE,
    title: { ro: "Înregistrarea cererii-tip", en: "Register the standard application" },
    stage: "dossier-assembled",
    accepts: ["registerApplication"],
    rules: ["E112-59", "E112-60", "E112-61"],
  },
  "check-insured-status": {
    ...HOUSE,
    title: { ro: "Verificarea statutului de asigurat", en: "Check the insured status" },
    stage: "registered",
    accepts: ["checkInsuredStatus"],
    rules: ["E112-77"],
  },
  "analyse-conditions": {
    ...HOUSE,
    title: { ro: "Analiza dosarului medical și a condițiilor", en: "Analyse the medical dossier and the conditions" },
    stage: "medical-analysis",
    accepts: ["analyseConditions"],
    rules: ["E112-78", "E112-01", "E112-02", "E112-03", "E112-04", "E112-07", "E112-08"],
  },
  "issue-form": {
    ...HOUSE,
    title: { ro: "Eliberarea formularului", en: "Issue the form" },
    stage: "to-be-issued",
    accepts: ["issueForm"],
    rules: ["E112-79", "E112-82", "E112-83", "E112-84", "E112-10"],
  },
  "hand-over-copies": {
    ...HOUSE,
    title: { ro: "Predarea celor două exemplare", en: "Hand over the two copies" },
    accepts: ["handOverCopy"],
    rules: ["E112-80", "E112-81"],
  },
  "await-treatment": {
    ...PATIENT_SIDE,
    title: { ro: "Tratamentul în străinătate", en: "The treatment abroad" },
    stage: "issued",
    accepts: ["recordTreatmentDone"],
    rules: ["E112-82", "E112-87"],
  },
  "settle-invoices": {
    ...HOUSE,
    title: { ro: "Decontarea facturilor E125", en: "Settle the E125 invoices" },
    stage: "settlement",
    accepts: ["settleInvoice"],
    rules: ["E112-85"],
  },
  "refuse-or-move": {
    ...HOUSE,
    title: { ro: "Refuzul sau calea Ministerului", en: "Refusal, or the Ministry’s route" },
    stage: "not-met",
    accepts: ["refuseApplication"],
    rules: ["E112-05", "E112-77", "E112-78"],
  },
  "communicate-refusal": {
    ...HOUSE,
    title: { ro: "Comunicarea refuzului", en: "Communicate the refusal" },
    stage: "refused",
    accepts: ["communicateRefusal"],
    rules: ["E112-78"],
  },
  "ministry-route-open": {
    ...PATIENT_SIDE,
    title: { ro: "Calea Ministerului rămâne deschisă", en: "The Ministry’s route stays open" },
    stage: "refused",
    passive: true,
    accepts: ["moveToMinistryRoute", "closeRefusedFile"],
    rules: ["E112-05"],
  },
  "open-ministry-file": {
    ...HOUSE,
    title: { ro: "Deschiderea dosarului la DSP", en: "Open the file at the DSP" },
    stage: "moving-to-ministry-route",
    passive: true,
    accepts: [],
    rules: ["E112-05"],
  },
  "pass-on-transfer": {
    ...HOUSE,
    title: { ro: "Trimiterea mai departe a cererii de transfer", en: "Pass on the request for a transfer" },
    stage: "residence-transfer",
    accepts: ["passOnResidenceTransfer"],
    rules: ["E112-86"],
  },
} as const satisfies Record<string, StepDefinition & { stage?: E112Stage; accepts: readonly E112CommandType[] }>;
export type E112Step = keyof typeof E112_STEPS;

/** The definition of a step; a repetition is named `step#2`. @throws RangeError for a step that the process does not have. */
export function getStepDefinition(step: string): StepDefinition {
  const found = (E112_STEPS as Record<string, StepDefinition>)[stepName(step)];
  if (found === undefined) throw new RangeError(`no step ${step} in the E112 process`);
  return found;
}

export const E112_OUTCOMES = {
  completed: { ro: "Încheiat", en: "Completed" },
  refused: { ro: "Refuzat", en: "Refused" },
  "moved-to-ministry-route": {
    ro: "Trecut pe calea Ministerului Sănătății",
    en: "Moved to the Ministry of Health’s route",
  },
  withdrawn: { ro: "Retras de solicitant", en: "Withdrawn by the applicant" },
  died: { ro: "Încheiat prin decesul pacientului", en: "Ended by the patient’s death" },
  "passed-on": { ro: "Trimis mai departe (transfer de reședință)", en: "Passed on (transfer of residence)" },
  "form-cancelled": { ro: "Formular anulat", en: "Form cancelled" },
  "departed-before-issue": {
    ro: "Închis: pacientul a plecat înainte de eliberare",
    en: "Closed: the patient departed before the issue",
  },
} as const satisfies Record<string, Text>;
export type E112Outcome = keyof typeof E112_OUTCOMES;

/**
 * The steps of the Ministry of Health process: who acts, who owes, what is accepted, by which rules.
 * The workflow opens them by name; the process map draws them.
 */
import type { Text } from "../case/commands.ts";
import type { StepDefinition } from "../case/process.ts";
import type { MohCommandType } from "./commands.ts";

/** Stages of a file; `state` is the place in the state chart of the process (S1 to S10). */
export const MOH_STAGES = {
  filed: { state: "S1", title: { ro: "Depus la DSP, dosar incomplet", en: "Filed at the DSP, dossier incomplete" } },
  complete: { state: "S2", title: { ro: "Dosar complet la DSP", en: "Dossier complete at the DSP" } },
  "at-commission": { state: "S3", title: { ro: "La comisia de specialitate", en: "At the specialist commission" } },
  "under-examination": {
    state: "S4",
    title: { ro: "În examinare la comisie", en: "Under examination by the commission" },
  },
  decided: {
    state: "S5",
    title: { ro: "Decizie luată, în curs de înregistrare la DSP", en: "Decided, to be registered at the DSP" },
  },
  "rejected-by-commission": { state: "S6a", title: { ro: "Respins de comisie", en: "Rejected by the commission" } },
  "approved-by-commission": {
    state: "S6b",
    title: {
      ro: "Aprobat de comisie, corespondență cu clinicile",
      en: "Approved by the commission, correspondence with clinics",
    },
  },
  sendable: { state: "S7", title: { ro: "Gata de trimis la Minister", en: "Ready to be sent to the Ministry" } },
  "sent-to-ministry": { state: "S8", title: { ro: "Trimis la Minister", en: "Sent to the Ministry" } },
  "at-ministry": {
    state: "S9",
    title: { ro: "În examinare la comisia Ministerului", en: "Examined by the Ministry’s commission" },
  },
  "rejected-by-ministry": { state: "S10a", title: { ro: "Respins de Minister", en: "Rejected by the Ministry" } },
  "approved-by-ministry": { state: "S10b", title: { ro: "Aprobat de Minister", en: "Approved by the Ministry" } },
  withdrawn: { state: "END", title: { ro: "Retras de solicitant", en: "Withdrawn by the applicant" } },
} as const satisfies Record<string, { state: string; title: Text }>;
export type MohStage = keyof typeof MOH_STAGES;

export const MOH_STEPS = {
  "complete-dossier": {
    title: { ro: "Completarea dosarului", en: "Complete the dossier" },
    stage: "filed",
    institution: "dsp",
    duty: "PATIENT_SIDE",
    accepts: ["addDocument"],
    rules: [
      "MOH-10",
      "MOH-11",
      "MOH-12",
      "MOH-13",
      "MOH-14",
      "MOH-15",
      "MOH-16",
      "MOH-17",
      "MOH-18",
      "MOH-19",
      "MOH-20",
    ],
  },
  "send-to-commission": {
    title: {
      ro: "Trimiterea dosarului la comisia de specialitate",
      en: "Send the dossier to the specialist commission",
    },
    stage: "complete",
    institution: "dsp",
    duty: "DSP",
    accepts: ["sendToCommission"],
    rules: ["MOH-23"],
  },
  "begin-examination": {
    title: { ro: "Începerea examinării pacientului", en: "Begin the patient’s examination" },
    stage: "at-commission",
    institution: "cst",
    duty: "CST",
    accepts: ["beginExamination"],
    rules: ["MOH-24"],
  },
  "finish-examination": {
    title: { ro: "Încheierea examinării și decizia comisiei", en: "Finish the examination and decide" },
    stage: "under-examination",
    institution: "cst",
    duty: "CST",
    accepts: ["finishExamination"],
    rules: ["MOH-25"],
  },
  "register-decision": {
    title: {
      ro: "Comunicarea și înregistrarea deciziei la DSP",
      en: "Communicate the decision and register it at the DSP",
    },
    stage: "decided",
    institution: "dsp",
    duty: "CST",
    owedBy: "cst",
    accepts: ["registerDecision"],
    rules: ["MOH-26", "MOH-29", "MOH-30", "MOH-31", "MOH-32", "MOH-33"],
  },
  "notify-rejection": {
    title: { ro: "Înștiințarea pacientului despre respingere", en: "Notify the patient of the rejection" },
    stage: "rejected-by-commission",
    institution: "dsp",
    duty: "DSP",
    accepts: ["notifyPatient"],
    rules: ["MOH-28", "MOH-29", "MOH-30", "MOH-31"],
  },
  "notify-approval": {
    title: { ro: "Înștiințarea pacientului despre aprobare", en: "Notify the patient of the approval" },
    institution: "dsp",
    duty: "DSP",
    accepts: ["notifyPatient"],
    rules: ["MOH-27", "MOH-32"],
  },
  "correspond-with-clinics": {
    title: { ro: "Corespondența cu clinicile și ofertele", en: "Correspondence with the clinics and offers" },
    stage: "approved-by-commission",
    institution: "dsp",
    duty: "DSP",
    accepts: ["signUndertaking", "sendClinicRequest", "recordClinicAnswer"],
    rules: [
      "MOH-34",
      "MOH-35",
      "MOH-36",
      "MOH-37",
      "MOH-43",
      "MOH-44",
      "MOH-61",
      "MOH-65",
      "MOH-66",
      "MOH-69",
      "MOH-70",
    ],
  },
  "present-correspondence": {
    title: { ro: "Prezentarea corespondenței la DSP", en: "Present the correspondence to the DSP" },
    institution: "dsp",
    duty: "DSP",
    accepts: ["presentCorrespondence"],
    rules: ["MOH-42", "MOH-43"],
  },
  "send-to-ministry": {
    title: { ro: "Trimiterea dosarului la Ministerul Sănătății", en: "Send the dossier to the Ministry of Health" },
    stage: "sendable",
    institution: "dsp",
    duty: "DSP",
    accepts: ["sendToMinistry"],
    rules: ["MOH-64", "MOH-65", "MOH-66"],
  },
  "report-delay": {
    title: { ro: "Informarea Ministerului despre întârziere", en: "Inform the Ministry of the delay" },
    institution: "dsp",
    duty: "DSP",
    accepts: ["reportDelay"],
    rules: ["MOH-73", "MOH-74"],
  },
  "register-delay-report": {
    title: {
      ro: "Înregistrarea la Minister a informării despre întârziere",
      en: "Register the delay report at the Ministry",
    },
    institution: "ministry",
    duty: "MOH",
    accepts: ["registerDelayReport"],
    rules: ["MOH-75"],
  },
  intervene: {
    title: { ro: "Intervenția Ministerului", en: "The Ministry intervenes" },
    institution: "ministry",
    duty: "MOH",
    accepts: ["intervene"],
    rules: ["MOH-75"],
  },
  "register-at-ministry": {
    title: { ro: "Înregistrarea dosarului la Minister", en: "Register the dossier at the Ministry" },
    stage: "sent-to-ministry",
    institution: "ministry",
    duty: "MOH",
    accepts: ["registerAtMinistry"],
    rules: ["MOH-71"],
  },
  "ask-for-ministry-number": {
    title: {
      ro: "Comunicarea numărului Ministerului către pacient, la cererea acestuia",
      en: "Give the Ministry’s number to the patient who asks for it",
    },
    institution: "dsp",
    duty: "PATIENT_SIDE",
    accepts: ["askForMinistryNumber"],
    rules: ["MOH-71", "MOH-72"],
  },
  "decide-at-ministry": {
    title: { ro: "Decizia comisiei Ministerului", en: "Decision of the Ministry’s commission" },
    stage: "at-ministry",
    institution: "ministry",
    duty: "MOH_COMMISSION",
    accepts: ["decideAtMinistry"],
    rules: ["MOH-76"],
  },
  "notify-ministry-approval": {
    title: {
      ro: "Înștiințarea pacientului despre decizia Ministerului",
      en: "Notify the patient of the Ministry’s decision",
    },
    stage: "approved-by-ministry",
    institution: "dsp",
    duty: "DSP",
    accepts: ["notifyPatient"],
    rules: ["MOH-76"],
  },
  "notify-ministry-rejection": {
    title: {
      ro: "Înștiințarea pacientului despre decizia Ministerului",
      en: "Notify the patient of the Ministry’s decision",
    },
    stage: "rejected-by-ministry",
    institution: "dsp",
    duty: "DSP",
    accepts: ["notifyPatient"],
    rules: ["MOH-76"],
  },
} as const satisfies Record<string, StepDefinition & { stage?: MohStage; accepts: readonly MohCommandType[] }>;
export type MohStep = keyof typeof MOH_STEPS;

/** The definition of a step; a repetition is named `step#2`. @throws RangeError for a step that the process does not have. */
export function getStepDefinition(step: string): StepDefinition {
  const found = (MOH_STEPS as Record<string, StepDefinition>)[step.split("#")[0] ?? step];
  if (found === undefined) throw new RangeError(`no step ${step} in the Ministry of Health process`);
  return found;
}

export const MOH_OUTCOMES = {
  "rejected-by-commission": { ro: "Respins de comisia de specialitate", en: "Rejected by the specialist commission" },
  "approved-by-ministry": { ro: "Aprobat de Minister", en: "Approved by the Ministry" },
  "rejected-by-ministry": { ro: "Respins de Minister", en: "Rejected by the Ministry" },
  withdrawn: { ro: "Retras de solicitant", en: "Withdrawn by the applicant" },
} as const satisfies Record<string, Text>;
export type MohOutcome = keyof typeof MOH_OUTCOMES;

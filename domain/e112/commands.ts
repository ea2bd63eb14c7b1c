/** The commands of the E112/S2 process: who gives each and by which rules. Their payloads are in `domain/commands/e112/`. */
import type { CommandDefinition } from "../case/commands.ts";
import type { Seq } from "../case/events.ts";
import type { PlainDate } from "../plain-date.ts";
import type { ApplicantRole, FiledDocument } from "./documents.ts";
import type { AcceptanceFacts } from "./acceptance.ts";
import type { StateList } from "./countries.ts";
import type { ReportFacts } from "./report.ts";

/** The acts of the patient side and of the doctors are entered at the desk of the insurance house. */
const CAS = { institutions: ["cas"], roles: ["cas-officer", "cas-supervisor"] } as const;
/** The patient side may itself record it, with the number and the code of the file. */
const PATIENT_SIDE = { ...CAS, patientSide: true } as const;

export const E112_COMMANDS = {
  openFile: {
    ...CAS,
    title: { ro: "Deschide dosarul", en: "Open the file" },
    rules: ["E112-59", "E112-65", "E112-86", "E112-87"],
  },
  recordPriorAgreement: {
    ...PATIENT_SIDE,
    title: { ro: "Consemnează acordul prealabil", en: "Record the prior agreement" },
    rules: ["E112-11", "E112-12"],
  },
  recordTranslations: {
    ...PATIENT_SIDE,
    title: { ro: "Consemnează traducerile", en: "Record the translations" },
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
  sendRequestToClinic: {
    ...PATIENT_SIDE,
    title: { ro: "Consemnează cererea către clinică", en: "Record the request to the clinic" },
    rules: ["E112-24", "E112-25", "E112-26", "E112-27"],
  },
  recordAcceptance: {
    ...PATIENT_SIDE,
    title: { ro: "Consemnează acceptul clinicii", en: "Record the clinic’s acceptance" },
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
  recordClinicRefusal: {
    ...PATIENT_SIDE,
    title: { ro: "Consemnează refuzul clinicii", en: "Record the clinic’s refusal" },
    rules: ["E112-28"],
  },
  recordLegalisedTranslation: {
    ...PATIENT_SIDE,
    title: {
      ro: "Consemnează traducerea legalizată a acceptului",
      en: "Record the acceptance’s legalised translation",
    },
    rules: ["E112-39", "E112-40"],
  },
  recordMedicalReport: {
    ...PATIENT_SIDE,
    title: { ro: "Consemnează raportul medical tipizat", en: "Record the standard medical report" },
    rules: ["E112-41", "E112-44", "E112-46", "E112-49", "E112-51", "E112-89"],
  },
  assembleDossier: {
    ...PATIENT_SIDE,
    title: { ro: "Întocmește dosarul", en: "Assemble the dossier" },
    rules: ["E112-59", "E112-62", "E112-70"],
  },
  addDocument: { ...PATIENT_SIDE, title: { ro: "Adaugă documente", en: "Add documents" }, rules: ["E112-59"] },
  waiveSecondParent: {
    ...CAS,
    title: { ro: "Nu se cer actele celuilalt părinte", en: "Do not ask for the other parent’s documents" },
    rules: ["E112-72", "E112-73"],
  },
  registerApplication: {
    ...CAS,
    title: { ro: "Înregistrează cererea-tip", en: "Register the standard application" },
    rules: ["E112-59", "E112-60", "E112-61"],
  },
  checkInsuredStatus: {
    ...CAS,
    title: { ro: "Verifică statutul de asigurat", en: "Check the insured status" },
    rules: ["E112-77", "E112-66", "E112-73"],
  },
  analyseConditions: {
    ...CAS,
    title: { ro: "Analizează îndeplinirea condițiilor", en: "Analyse the conditions" },
    rules: ["E112-78", "E112-01", "E112-02", "E112-03", "E112-07", "E112-08"],
  },
  refuseApplication: {
    ...CAS,
    title: { ro: "Refuză cererea", en: "Refuse the application" },
    rules: ["E112-78", "E112-10"],
  },
  communicateRefusal: {
    ...CAS,
    title: { ro: "Comunică refuzul", en: "Communicate the refusal" },
    rules: ["E112-78"],
  },
  moveToMinistryRoute: {
    ...CAS,
    title: { ro: "Trece cazul pe calea Ministerului Sănătății", en: "Move the case to the Ministry of Health’s route" },
    rules: ["E112-05"],
  },
  recordDeparture: {
    ...PATIENT_SIDE,
    title: { ro: "Consemnează plecarea pacientului", en: "Record the patient’s departure" },
    rules: ["E112-82"],
  },
  recordCosts: {
    ...CAS,
    title: { ro: "Consemnează costuri", en: "Record costs" },
    rules: ["E112-38", "E112-83"],
  },
  drawForceMajeureReport: {
    ...CAS,
    title: { ro: "Întocmește referatul de forță majoră", en: "Draw the force majeure report" },
    rules: ["E112-84"],
  },
  issueForm: {
    ...CAS,
    title: { ro: "Eliberează formularul", en: "Issue the form" },
    rules: ["E112-79", "E112-82", "E112-83", "E112-84", "E112-09", "E112-90"],
  },
  closeAfterDeparture: {
    ...CAS,
    title: {
      ro: "Închide dosarul: plecat înainte de eliberare",
      en: "Close the file: departed before the issue",
    },
    rules: ["E112-82", "E112-83"],
  },
  handOverCopy: {
    ...CAS,
    title: { ro: "Predă un exemplar", en: "Hand over a copy" },
    rules: ["E112-80", "E112-81"],
  },
  replaceForm: {
    ...CAS,
    title: { ro: "Înlocuiește formularul", en: "Replace the form" },
    rules: ["E112-79", "E112-90"],
  },
  closeRefusedFile: {
    ...CAS,
    title: { ro: "Încheie dosarul refuzat", en: "End the refused file" },
    rules: ["E112-05"],
  },
  annulEntry: {
    ...CAS,
    title: { ro: "Anulează o înregistrare greșită", en: "Annul a mistaken entry" },
    rules: ["E112-82", "E112-83"],
  },
  cancelForm: { ...CAS, title: { ro: "Anulează formularul", en: "Cancel the form" }, rules: ["E112-90"] },
  recordTreatmentDone: {
    ...PATIENT_SIDE,
    title: { ro: "Consemnează încheierea tratamentului", en: "Record that the treatment is done" },
    rules: ["E112-87"],
  },
  receiveInvoice: {
    ...CAS,
    title: { ro: "Înregistrează o factură E125", en: "Register an E125 invoice" },
    rules: ["E112-85"],
  },
  settleInvoice: {
    ...CAS,
    title: { ro: "Decontează factura E125", en: "Settle the E125 invoice" },
    rules: ["E112-85"],
  },
  passOnResidenceTransfer: {
    ...CAS,
    title: {
      ro: "Trimite cererea mai departe (transfer de reședință)",
      en: "Pass the request on (transfer of residence)",
    },
    rules: ["E112-86"],
  },
  correctDate: { ...CAS, title: { ro: "Corectează o înregistrare", en: "Correct an earlier entry" }, rules: [] },
  correctContact: {
    ...CAS,
    title: { ro: "Corectează adresa de e-mail", en: "Correct the e-mail address" },
    rules: [],
  },
  withdrawApplication: {
    ...CAS,
    title: { ro: "Înregistrează retragerea cererii", en: "Record the withdrawal of the application" },
    rules: [],
  },
  recordDeath: { ...CAS, title: { ro: "Consemnează decesul", en: "Record the death" }, rules: [] },
} as const satisfies Record<string, CommandDefinition>;
export type E112CommandType = keyof typeof E112_COMMANDS;

/** The definition of a command; undefined for a type that the process does not have. */
export function findCommandDefinition(type: string): CommandDefinition | undefined {
  return Object.hasOwn(E112_COMMANDS, type) ? E112_COMMANDS[type as E112CommandType] : undefined;
}

/** The documents that are translated where they exist, in the order of the law (E112-14 to E112-22); the list is open. */
export const TRANSLATED_KINDS = [
  "biletIesire",
  "analizeMedicale",
  "rapoarteMedicale",
  "histopatologie",
  "rmn",
  "ct",
  "petCt",
  "radiologie",
  "ecografie",
  "altele",
] as const;
export type TranslatedKind = (typeof TRANSLATED_KINDS)[number];

/** 1: a transfer of residence (E112-86); 2: treatment (E112-87). */
export type Category = 1 | 2;

/** What a file knows of the clinic; its name and people stay sealed. */
export interface ClinicFacts {
  /** ISO 3166-1, two letters. */
  readonly country: string;
  /** It has a contract with the public health insurance of its country (E112-03). */
  readonly publicInsuranceContract?: boolean;
}

/** The list of states in force on the day of an act that names the clinic or decides about it (E112-A2); the usual one is not written. */
export interface StatesInForce {
  readonly states?: StateList;
}

/** Who pays which cost (E112-38, E112-83). */
export const COST_KINDS = ["treatment", "transport", "companionAccommodation"] as const;
export interface Cost {
  readonly kind: (typeof COST_KINDS)[number];
  readonly amount: string;
  readonly payer: "patient" | "institution";
  readonly paid: boolean;
}

/** Why the other parent's documents are not asked for (E112-A10). */
export const WAIVER_PROOFS = ["death", "soleCustody", "guardianship"] as const;
export type WaiverProof = (typeof WAIVER_PROOFS)[number];

export type Registry = "CAS" | "CNAS";
export type FormName = "E112" | "S2";

/** Whether the patient is a child on the day of the act: the list is that of the day of filing (E112-A10). */
interface AgeOnFiling {
  minor?: boolean;
}

/** What travels of each payload: ids, codes, dates and amounts (exact decimals, as text). */
export interface E112CommandFacts {
  openFile: {
    /** Under 18 on the day on which the file is opened (E112-A10). */
    minor: boolean;
    applicantRole: ApplicantRole;
    category: Category;
    casId?: string;
    clinic?: ClinicFacts;
    inBasicPackage?: boolean;
  } & StatesInForce;
  recordPriorAgreement: { casContract: boolean };
  recordTranslations: {
    existing: readonly TranslatedKind[];
    translated: readonly TranslatedKind[];
    /** ISO 639-1, two letters. */
    language: string;
    /** By an office specialised in medical translations, when it is known (E112-23). */
    specialised?: boolean;
  };
  sendRequestToClinic: {
    clinic?: ClinicFacts;
    byEmail: boolean;
    phoned: boolean;
    asksAcceptance: boolean;
    asksCompleteCost: boolean;
  } & StatesInForce;
  recordAcceptance: { acceptance: AcceptanceFacts };
  recordClinicRefusal: Record<string, never>;
  recordLegalisedTranslation: { originalKeptBy: "patient" | "doctor" };
  recordMedicalReport: { report: ReportFacts; casContract: boolean; datedOn?: PlainDate };
  assembleDossier: { documents: readonly FiledDocument[] } & AgeOnFiling;
  addDocument: { documents: readonly FiledDocument[] } & AgeOnFiling;
  waiveSecondParent: { proof: WaiverProof };
  /** `legacyNumber`: of a file that was brought from a register, the number that it has had there. */
  registerApplication: { registry: Registry; legacyNumber?: string } & AgeOnFiling;
  /** `reasoned`: a person says why, when only one parent is insured (E112-A11, decision 14). */
  checkInsuredStatus: { insured?: boolean; parent1Insured?: boolean; parent2Insured?: boolean; reasoned: boolean };
  analyseConditions: {
    clinicInEu: boolean;
    clinicContracted: boolean;
    inBasicPackage: boolean;
    notTimelyInRomania: boolean;
  } & StatesInForce;
  refuseApplication: Record<string, never>;
  communicateRefusal: Record<string, never>;
  /** The DSP of the domicile, where the linked file is opened. */
  moveToMinistryRoute: { dsp?: string };
  recordDeparture: { departedOn: PlainDate };
  recordCosts: { currency: string; costs: readonly Cost[] };
  drawForceMajeureReport: Record<string, never>;
  issueForm: {
    copies: number;
    name: FormName;
    forceMajeure?: boolean;
    couldNotIssueBefore?: boolean;
    costPaid?: boolean;
    /** As of the application. */
    legacyNumber?: string;
  };
  closeAfterDeparture: { ground: "paid" | "noForceMajeure" };
  handOverCopy: { copy: 1 | 2; to: "issuer" | "applicant" };
  replaceForm: Record<string, never>;
  cancelForm: { applicantGivesUp?: boolean };
  closeRefusedFile: Record<string, never>;
  /** The act that does not hold. */
  annulEntry: { entry: Seq };
  recordTreatmentDone: Record<string, never>;
  receiveInvoice: {
    number: string;
    formNumber: string;
    /** As of a settlement. */
    betweenInstitutions: boolean;
    amount: string;
    currency: string;
    careFrom?: PlainDate;
    careTo?: PlainDate;
    /** The country of the institution that claims. */
    country?: string;
  };
  settleInvoice: {
    /** The number of an invoice that was received; absent for one that comes and is settled at once. */
    invoice?: string;
    /** Both parties are institutions, as far as they are named (E112-85). */
    betweenInstitutions: boolean;
    amount: string;
    currency: string;
    reasoned: boolean;
    last: boolean;
  };
  passOnResidenceTransfer: Record<string, never>;
  correctDate: {
    corrects: Seq;
    field: string;
    newDate?: PlainDate;
    /** With a corrected day of an act: whether the patient was a child on it (E112-A10). */
    minor?: boolean;
  };
  correctContact: Record<string, never>;
  withdrawApplication: Record<string, never>;
  recordDeath: { diedOn: PlainDate };
}

/** The facts of a command or act, typed by its name. */
export function factsOf<Type extends E112CommandType>(
  act: { readonly type: string; readonly facts: unknown },
  type: Type,
): E112CommandFacts[Type] {
  if (act.type !== type) throw new TypeError(`expected ${type}, found ${act.type}`);
  return act.facts as E112CommandFacts[Type];
}

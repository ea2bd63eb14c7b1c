/** The commands of the Ministry of Health process: who gives each and by which rules. Their payloads are in `domain/commands/`. */
import type { CommandDefinition } from "../case/commands.ts";
import type { ResumeFacts, SuspendFacts } from "../case/suspensions.ts";
import type { PlainDate } from "../plain-date.ts";
import type { Seq } from "../case/events.ts";
import type { FiledDocument } from "./documents.ts";
import type { Expense, SettledLine } from "./expenses.ts";

const DSP = { institutions: ["dsp"], roles: ["dsp-officer", "dsp-supervisor"] } as const;
const CST = { institutions: ["cst"], roles: ["commission-secretary"] } as const;
const MINISTRY = { institutions: ["ministry"], roles: ["ministry-officer"] } as const;
/** The supervisor of the DSP, and the Ministry for what it owes. */
const KEEPERS = { institutions: ["dsp", "ministry"], roles: ["dsp-supervisor", "ministry-officer"] } as const;
const EVERY_HOUSE = {
  institutions: ["dsp", "cst", "ministry"],
  roles: ["dsp-officer", "dsp-supervisor", "commission-secretary", "ministry-officer"],
} as const;

export const MOH_COMMANDS = {
  fileDossier: {
    ...DSP,
    title: { ro: "Înregistrează dosarul", en: "Register the dossier" },
    rules: ["MOH-04", "MOH-10", "MOH-21"],
  },
  addDocument: { ...DSP, title: { ro: "Adaugă documente", en: "Add documents" }, rules: ["MOH-10"] },
  sendToCommission: { ...DSP, title: { ro: "Trimite la comisie", en: "Send to the commission" }, rules: ["MOH-23"] },
  beginExamination: { ...CST, title: { ro: "Începe examinarea", en: "Begin the examination" }, rules: ["MOH-24"] },
  finishExamination: {
    ...CST,
    title: { ro: "Încheie examinarea", en: "Finish the examination" },
    rules: ["MOH-25", "MOH-26"],
  },
  registerDecision: {
    ...DSP,
    title: { ro: "Înregistrează decizia comisiei", en: "Register the commission’s decision" },
    rules: ["MOH-26", "MOH-29", "MOH-30", "MOH-31", "MOH-33"],
  },
  notifyPatient: {
    ...DSP,
    title: { ro: "Înștiințează pacientul", en: "Notify the patient" },
    rules: ["MOH-27", "MOH-28"],
  },
  signUndertaking: {
    ...DSP,
    title: { ro: "Înregistrează angajamentul scris", en: "Record the written undertaking" },
    rules: ["MOH-34", "MOH-35"],
  },
  sendClinicRequest: {
    ...DSP,
    title: { ro: "Înregistrează cererea către clinică", en: "Record the request to a clinic" },
    rules: ["MOH-36", "MOH-37", "MOH-61", "MOH-66"],
  },
  recordClinicAnswer: {
    ...DSP,
    title: { ro: "Înregistrează răspunsul clinicii", en: "Record the clinic’s answer" },
    rules: ["MOH-43", "MOH-44", "MOH-65"],
  },
  presentCorrespondence: {
    ...DSP,
    title: { ro: "Înregistrează prezentarea corespondenței", en: "Record the correspondence presented" },
    rules: ["MOH-42"],
  },
  sendToMinistry: {
    ...DSP,
    title: { ro: "Trimite la Minister", en: "Send to the Ministry" },
    rules: ["MOH-64", "MOH-65", "MOH-66", "MOH-69", "MOH-70"],
  },
  reportDelay: {
    ...DSP,
    title: { ro: "Informează Ministerul despre întârziere", en: "Report the delay to the Ministry" },
    rules: ["MOH-73", "MOH-74"],
  },
  registerDelayReport: {
    ...MINISTRY,
    title: { ro: "Înregistrează informarea despre întârziere", en: "Register the delay report" },
    rules: ["MOH-75"],
  },
  intervene: {
    ...MINISTRY,
    title: { ro: "Consemnează intervenția", en: "Record the intervention" },
    rules: ["MOH-75"],
  },
  registerAtMinistry: {
    ...MINISTRY,
    title: { ro: "Înregistrează dosarul la Minister", en: "Register the dossier at the Ministry" },
    rules: ["MOH-71"],
  },
  askForMinistryNumber: {
    ...DSP,
    title: {
      ro: "Consemnează că pacientul a cerut și a primit numărul",
      en: "Record that the patient asked for and received the number",
    },
    rules: ["MOH-71", "MOH-72"],
  },
  decideAtMinistry: {
    ...MINISTRY,
    title: { ro: "Consemnează decizia Ministerului", en: "Record the Ministry’s decision" },
    rules: ["MOH-76"],
  },
  announceCommission: {
    ...DSP,
    title: {
      ro: "Anunță comisia că nu sunt destule răspunsuri",
      en: "Announce to the commission that answers fall short",
    },
    rules: ["MOH-61", "MOH-62"],
  },
  registerNewMinutes: {
    ...DSP,
    title: { ro: "Înregistrează un nou proces-verbal", en: "Register new minutes" },
    rules: ["MOH-63", "MOH-67", "MOH-68", "MOH-69", "MOH-70"],
  },
  closeWithoutClinic: {
    ...DSP,
    title: { ro: "Închide dosarul fără clinică", en: "Close the file without a clinic" },
    rules: ["MOH-63"],
  },
  confirmFunds: {
    ...MINISTRY,
    title: { ro: "Confirmă fondurile", en: "Confirm the funds" },
    rules: ["MOH-77", "MOH-78", "MOH-79"],
  },
  chooseOwnExpense: {
    ...DSP,
    title: {
      ro: "Înregistrează alegerea tratamentului pe cheltuială proprie",
      en: "Record the choice of treatment at own expense",
    },
    rules: ["MOH-89", "MOH-90"],
  },
  recordLabourMinistryPart: {
    ...MINISTRY,
    title: { ro: "Consemnează partea Ministerului Muncii", en: "Record the Ministry of Labour’s part" },
    rules: ["MOH-80"],
  },
  recordGovernmentDecision: {
    ...MINISTRY,
    title: { ro: "Consemnează Hotărârea Guvernului", en: "Record the Government Decision" },
    rules: ["MOH-81"],
  },
  recordPublication: {
    ...MINISTRY,
    title: { ro: "Consemnează publicarea în Monitorul Oficial", en: "Record the publication in the Official Gazette" },
    rules: ["MOH-82"],
  },
  recordDisposition: {
    ...DSP,
    title: { ro: "Înregistrează dispoziția Ministerului", en: "Register the Ministry’s disposition" },
    rules: ["MOH-83"],
  },
  payClinic: {
    ...DSP,
    title: { ro: "Înregistrează plata către clinică", en: "Record the payment" },
    rules: ["MOH-84"],
  },
  recordDeparture: {
    ...DSP,
    title: { ro: "Consemnează plecarea pacientului", en: "Record the patient’s departure" },
    rules: ["MOH-85"],
  },
  recordReturn: {
    ...DSP,
    title: { ro: "Consemnează întoarcerea pacientului", en: "Record the patient’s return" },
    rules: ["MOH-91", "MOH-94", "MOH-95"],
  },
  fileJustification: {
    ...DSP,
    title: { ro: "Înregistrează justificarea sumelor", en: "Register the justification of the sums" },
    rules: ["MOH-94"],
  },
  recordFirstCheck: {
    ...DSP,
    title: { ro: "Consemnează primul control", en: "Record the first check" },
    rules: ["MOH-95"],
  },
  scheduleAppointment: {
    ...DSP,
    title: { ro: "Adaugă o programare la control", en: "Add an appointment" },
    rules: ["MOH-95"],
  },
  recordLaterCheck: {
    ...DSP,
    title: { ro: "Consemnează controlul programat", en: "Record the appointed check" },
    rules: ["MOH-95"],
  },
  confirmMissedCheck: {
    ...DSP,
    title: { ro: "Confirmă lipsa de la control", en: "Confirm the missed check" },
    rules: ["MOH-98"],
  },
  liftBar: {
    ...DSP,
    title: { ro: "Ridică oprirea de la alte cereri", en: "Lift the bar on further requests" },
    rules: ["MOH-98"],
  },
  drawOneYearReport: {
    ...DSP,
    title: { ro: "Înregistrează raportul de un an", en: "Register the one-year report" },
    rules: ["MOH-96", "MOH-97"],
  },
  settleCompanions: {
    ...DSP,
    title: { ro: "Decontează drumul însoțitorilor", en: "Settle the companions’ travel" },
    rules: ["MOH-85"],
  },
  requestClinicCheckUp: {
    ...DSP,
    title: { ro: "Înregistrează controlul cerut de clinică", en: "Register the check-up asked by the clinic" },
    rules: ["MOH-86"],
  },
  fundCheckUp: {
    ...MINISTRY,
    title: { ro: "Hotărăște finanțarea controlului", en: "Decide on funding the check-up" },
    rules: ["MOH-86", "MOH-87", "MOH-88"],
  },
  fileExpenseClaim: {
    ...DSP,
    title: { ro: "Înregistrează cererea de decontare", en: "Register the claim for reimbursement" },
    rules: ["MOH-91", "MOH-92"],
  },
  settleClaim: {
    ...DSP,
    title: { ro: "Decontează cheltuielile proprii", en: "Settle the own expenses" },
    rules: ["MOH-92", "MOH-93"],
  },
  recordDeath: { ...DSP, title: { ro: "Consemnează decesul", en: "Record the death" }, rules: ["MOH-99"] },
  announceDeath: {
    ...DSP,
    title: { ro: "Înregistrează anunțul familiei", en: "Register the family’s announcement" },
    rules: ["MOH-99"],
  },
  drawStatementOfExpenses: {
    ...DSP,
    title: { ro: "Întocmește decontul de cheltuieli", en: "Draw the statement of expenses" },
    rules: ["MOH-100"],
  },
  correctDate: {
    ...EVERY_HOUSE,
    title: { ro: "Corectează o înregistrare", en: "Correct an earlier entry" },
    rules: [],
  },
  correctContact: {
    ...DSP,
    title: { ro: "Corectează adresa de e-mail", en: "Correct the e-mail address" },
    rules: [],
  },
  suspendDeadline: { ...KEEPERS, title: { ro: "Suspendă un termen", en: "Suspend a term" }, rules: [] },
  resumeDeadline: { ...KEEPERS, title: { ro: "Reia un termen suspendat", en: "Resume a suspended term" }, rules: [] },
  withdrawApplication: {
    ...DSP,
    title: { ro: "Înregistrează retragerea cererii", en: "Record the withdrawal of the application" },
    rules: ["MOH-04"],
  },
} as const satisfies Record<string, CommandDefinition>;
export type MohCommandType = keyof typeof MOH_COMMANDS;

/** The definition of a command; undefined for a type that the process does not have. */
export function findCommandDefinition(type: string): CommandDefinition | undefined {
  return Object.hasOwn(MOH_COMMANDS, type) ? MOH_COMMANDS[type as MohCommandType] : undefined;
}

export type Decision = "approved" | "rejected";
export type UrgencyClass = "A" | "B";

/** Who files (MOH-04): kinship up to the 4th degree for relatives. */
export type FilerRole = "patient" | "legalRepresentative" | "spouse" | "relative";
/** Who may correspond with the clinics beside the DSP (MOH-34); a carer is the spouse or a relative up to the 4th degree (MOH-A23). */
export type PatientSideRole = "patient" | "legalRepresentative" | "carer";

/** What travels of each payload: ids, codes, dates and amounts (exact decimals, as text). */
export interface MohCommandFacts {
  fileDossier: { minor: boolean; filerRole: FilerRole; filerIsParent: boolean; documents: readonly FiledDocument[] };
  addDocument: { documents: readonly FiledDocument[] };
  sendToCommission: Record<string, never>;
  beginExamination: Record<string, never>;
  finishExamination: { decision: Decision };
  registerDecision: {
    decision: Decision;
    communicatedOn?: PlainDate;
    approvedOn?: PlainDate;
    receivedOn?: PlainDate;
    registeredOn?: PlainDate;
    urgencyClass?: UrgencyClass;
    /** Complete offers asked for, as the setting stands when it is registered; one when absent (MOH-A8). */
    offersNeeded?: number;
    /** How many clinics the minutes name; they become `clinic-1`, `clinic-2` … in their order. */
    clinics: number;
  };
  notifyPatient: { decision?: Decision };
  signUndertaking: { signedBy: PatientSideRole; clinics: readonly string[] };
  sendClinicRequest: { clinic: string; by: "DSP" | "patientSide"; evidence: boolean };
  /** A complete offer says what it costs in all. */
  recordClinicAnswer: { clinic: string; kind: AnswerKind; total?: string; currency?: string };
  presentCorrespondence: { clinics: readonly string[] };
  sendToMinistry: { proposedClinic?: string };
  reportDelay: Record<string, never>;
  registerDelayReport: Record<string, never>;
  intervene: Record<string, never>;
  registerAtMinistry: Record<string, never>;
  askForMinistryNumber: Record<string, never>;
  /** `vitalRisk` and `benefit`: from 1 (low) to 5 (high) (MOH-78, MOH-79). */
  decideAtMinistry: {
    decision: Decision;
    clinic?: string;
    amount?: string;
    currency?: string;
    vitalRisk?: number;
    benefit?: number;
  };
  announceCommission: { silent: readonly string[]; refused: readonly string[] };
  registerNewMinutes: {
    round?: number;
    receivedOn?: PlainDate;
    registeredOn?: PlainDate;
    urgencyClass?: UrgencyClass;
    /** How many clinics the minutes name; their numbers go on from those of the file. */
    clinics: number;
  };
  closeWithoutClinic: Record<string, never>;
  /** `month`: `YYYY-MM`. */
  confirmFunds: { sufficient: boolean; month: string };
  chooseOwnExpense: Record<string, never>;
  recordLabourMinistryPart: { bearsPart: boolean; part?: string; currency?: string; confirmedOn?: PlainDate };
  recordGovernmentDecision: Record<string, never>;
  recordPublication: Record<string, never>;
  recordDisposition: { receivedOn?: PlainDate };
  payClinic: { clinic: string; amount: string; currency: string; explained: boolean };
  /** How many travel with the patient. */
  recordDeparture: { companions: number };
  recordReturn: Record<string, never>;
  fileJustification: { amounts: readonly string[]; currency: string; explained: boolean };
  recordFirstCheck: Record<string, never>;
  /** Not a date of the act: it may lie ahead. */
  scheduleAppointment: { appointmentOn: PlainDate };
  recordLaterCheck: { appointment: number };
  confirmMissedCheck: { appointment?: number };
  liftBar: Record<string, never>;
  drawOneYearReport: { sentToDspOn?: PlainDate };
  settleCompanions: {
    amounts: readonly string[];
    currency: string;
    /** Completed years on the day of departure; absent when it cannot be told. */
    ageOnDeparture?: number;
    /** The last age at which they are reimbursed, as the setting stands when they are settled; six when absent (MOH-A22). */
    lastAge?: number;
  };
  requestClinicCheckUp: { clinic: string };
  fundCheckUp: { decision: Decision; evaluation: boolean; minutes: boolean; reasoned: boolean };
  fileExpenseClaim: { currency: string; expenses: readonly Expense[] };
  settleClaim: { lines: readonly SettledLine[] };
  recordDeath: { diedOn: PlainDate };
  announceDeath: Record<string, never>;
  drawStatementOfExpenses: Record<string, never>;
  correctDate: {
    corrects: Seq;
    field: string;
    newDate?: PlainDate;
    /** With an estimate of the Ministry's decision: from 1 to 5. */
    newEstimate?: number;
    /** With a corrected day of filing: whether the patient was a minor on it (MOH-A21). */
    minor?: boolean;
  };
  correctContact: Record<string, never>;
  suspendDeadline: SuspendFacts;
  resumeDeadline: ResumeFacts;
  withdrawApplication: Record<string, never>;
}

/** `incomplete-offer`: an official answer that lacks a field of Annex 10; it counts as an answer, not as an offer (MOH-A8). */
export type AnswerKind = "offer" | "incomplete-offer" | "refusal";

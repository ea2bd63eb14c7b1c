/** What the events of a file of the Ministry's route add up to: ids, codes, dates and amounts. */
import type { Seq } from "../case/events.ts";
import type { CaseState } from "../case/state.ts";
import type { PlainDate } from "../plain-date.ts";
import type {
  AnswerKind,
  Decision,
  MohCommandFacts,
  MohCommandType,
  PatientSideRole,
  UrgencyClass,
} from "./commands.ts";
import type { DossierSubject, FiledDocument } from "./documents.ts";
import type { Expense } from "./expenses.ts";

/** Two recommended clinics must have answered (MOH-65). */
export const ANSWERS_NEEDED = 2;
/** At least one complete offer of Annex 10 must be there (MOH-A8). */
const COMPLETE_OFFERS_NEEDED = 1;

/** A clinic of the file and its correspondence; names and offers stay sealed. */
export interface ClinicFacts {
  readonly id: string;
  readonly namedBy: Seq;
  request?: { readonly act: Seq; readonly by: "DSP" | "patientSide" };
  /** The act that brought the proof that correspondence was started (MOH-66). */
  evidence?: Seq;
  answers: { readonly act: Seq; readonly kind: AnswerKind }[];
  /** Its window of MOH-61 ended without an answer. */
  silent: boolean;
}

/** An amount and its currency. */
export interface Money {
  readonly amount: string;
  readonly currency: string;
}

export interface Appointment {
  /** Its place among the appointments, from 1. */
  readonly number: number;
  readonly act: Seq;
  readonly on: PlainDate;
  /** The act by which the patient came, or by which a person confirmed that the patient did not. */
  settled?: { readonly act: Seq; readonly missed: boolean };
}

export interface CheckUp {
  readonly act: Seq;
  readonly clinic: string;
  decided?: Seq;
}

/** What a file knows from the Ministry's approval on. */
export interface TreatmentFacts {
  /** The Ministry's approval: the clinic and the amount (decision 5). */
  approval?: Money & {
    readonly act: Seq;
    readonly clinic: string;
    readonly vitalRisk?: number;
    readonly benefit?: number;
  };
  /** The month that bears it, `YYYY-MM`, and the act that confirmed it. */
  funds?: { readonly act: Seq; readonly month: string };
  ownExpense?: Seq;
  labourPart?: Partial<Money> & { readonly act: Seq };
  payment?: Money & { readonly act: Seq };
  departure?: { readonly act: Seq; readonly companions: number };
  returned?: Seq;
  justification?: Seq;
  firstCheck?: Seq;
  appointments?: Appointment[];
  /** The bar of MOH-98: the act that set it, and the one that lifted it. */
  bar?: { readonly set: Seq; lifted?: Seq };
  report?: Seq;
  companionsSettled?: Seq;
  checkUps?: CheckUp[];
  claim?: { readonly act: Seq; readonly currency: string; readonly expenses: readonly Expense[] };
  /** What each line of the claim was granted. */
  settlement?: { readonly act: Seq; readonly granted: readonly string[] };
  death?: { readonly act: Seq };
}

export interface MohFacts extends TreatmentFacts {
  subject: DossierSubject;
  documents: (FiledDocument & { readonly act: Seq })[];
  examinationDecision?: Decision;
  decision?: Decision;
  urgencyClass?: UrgencyClass;
  clinics: ClinicFacts[];
  /** Complete offers asked for before the dossier goes to the Ministry; one when the file does not say (MOH-A8, setting). */
  offersNeeded?: number;
  undertakings: { readonly act: Seq; readonly signedBy: PatientSideRole; readonly clinics: readonly string[] }[];
  /** The act by which the patient was notified of the commission's decision. */
  notified?: Seq;
  ministryDecision?: Decision;
  selectedClinic?: string;
  /** The act by which the patient was notified of the Ministry's decision. */
  ministryNotified?: Seq;
}
export type MohState = CaseState<MohFacts>;

/** The facts of a command or act, typed by its name. */
export function factsOf<Type extends MohCommandType>(
  act: { type: string; facts: unknown },
  type: Type,
): MohCommandFacts[Type] {
  if (act.type !== type) throw new TypeError(`expected ${type}, found ${act.type}`);
  return act.facts as MohCommandFacts[Type];
}

/** Complete offers that the file must have (MOH-A8, setting). */
export function offersNeeded({ facts }: MohState): number {
  return facts.offersNeeded ?? COMPLETE_OFFERS_NEEDED;
}

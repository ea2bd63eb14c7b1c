/** What the events of an E112 file add up to: ids, codes, dates and amounts. */
import type { Seq } from "../case/events.ts";
import type { CaseState } from "../case/state.ts";
import type { PlainDate } from "../plain-date.ts";
import type { AcceptanceFacts } from "./acceptance.ts";
import type { Category, ClinicFacts, Cost, E112CommandFacts, FormName, Registry, WaiverProof } from "./commands.ts";
import type { TranslatedKind } from "./commands.ts";
import type { StateList } from "./countries.ts";
import type { ApplicantRole, FiledDocument } from "./documents.ts";
import type { ReportFacts } from "./report.ts";

export interface Translation {
  readonly kind: TranslatedKind;
  readonly language: string;
}

/** An issued form. Its number is the one that the register gave to the act. */
export interface FormFacts {
  /** The act that issued it, or that replaced another by it. */
  readonly act: Seq;
  readonly name: FormName;
  state: "valid" | "replaced" | "cancelled";
  /** The treatment period of the acceptance (E112-34). */
  readonly validFrom?: PlainDate;
  readonly validUntil?: PlainDate;
  /** The act of the form in whose place it came. */
  readonly replaces?: Seq;
  /** Handed over: copy 1 stays with the issuer, copy 2 goes to the applicant (E112-80, E112-81). */
  copies: { readonly copy: 1 | 2; readonly to: "issuer" | "applicant"; readonly act: Seq }[];
}

/** A claim on form E125; one that came and was settled at once has no act of receipt. */
export interface InvoiceFacts {
  readonly act: Seq;
  readonly number?: string;
  readonly formNumber?: string;
  readonly amount: string;
  readonly currency: string;
  readonly careFrom?: PlainDate;
  readonly careTo?: PlainDate;
  readonly country?: string;
  settled?: { readonly act: Seq; readonly amount: string; readonly currency: string };
}

export interface E112Facts {
  category: Category;
  /** Under 18 at the opening (E112-A10). */
  minor: boolean;
  applicantRole: ApplicantRole;
  clinic?: ClinicFacts;
  /** The list of states by which the clinic is judged, when it is not the usual one (E112-A2). */
  states?: StateList;
  /** As it was stated at the opening; the analysis says it anew (E112-04). */
  statedInBasicPackage?: boolean;
  agreement?: Seq;
  /** The kinds of medical documents that exist, and their translations. */
  existing: TranslatedKind[];
  translations: Translation[];
  /** The last translation was by a specialised office, when it was said (E112-23). */
  specialised?: boolean;
  /** The request to the present clinic: the act that e-mailed it; the doctor abroad was phoned (E112-25). */
  request?: { readonly act: Seq; readonly phoned: boolean };
  /** The present clinic refused: the next request names another one. */
  clinicRefused: boolean;
  acceptance?: AcceptanceFacts & { readonly act: Seq };
  legalised?: Seq;
  report?: ReportFacts & { readonly act: Seq; readonly casContract: boolean };
  documents: (FiledDocument & { readonly act: Seq })[];
  waiver?: { readonly act: Seq; readonly proof: WaiverProof };
  application?: { readonly act: Seq; readonly registry: Registry };
  insured?: { readonly act: Seq; readonly insured: boolean; readonly parents?: readonly boolean[] };
  analysis?: E112CommandFacts["analyseConditions"] & { readonly act: Seq };
  refusal?: { readonly act: Seq; communicated?: Seq };
  departure?: { readonly act: Seq };
  costs: (Cost & { readonly currency: string; readonly act: Seq })[];
  forceMajeureReport?: Seq;
  forms: FormFacts[];
  treatmentDone?: Seq;
  invoices: InvoiceFacts[];
  /** The last invoice was settled: no further one is awaited. */
  lastInvoice?: Seq;
}
export type E112State = CaseState<E112Facts>;

/** The legal date of an act of the file. */
export function dayOf({ acts }: Pick<E112State, "acts">, act: Seq, field = "occurredOn"): PlainDate | undefined {
  return acts[act]?.dates[field];
}

/** The day on which the patient left, when that is known. */
export function departedOn(state: E112State): PlainDate | undefined {
  const { departure } = state.facts;
  return departure === undefined ? undefined : dayOf(state, departure.act, "departedOn");
}

/** The form that holds, when one was issued and not cancelled. */
export function validForm({ facts }: E112State): FormFacts | undefined {
  return facts.forms.find(({ state }) => state === "valid");
}

/** True from the first form on. */
export function isIssued({ facts }: E112State): boolean {
  return facts.forms.length > 0;
}

/** True once the application has its number: the file is with the house. */
export function isRegistered({ facts }: E112State): boolean {
  return facts.application !== undefined;
}

/** The treatment has been paid for by the patient (E112-83). */
export function costPaid({ facts }: E112State): boolean {
  return facts.costs.some(({ kind, payer, paid }) => kind === "treatment" && payer === "patient" && paid);
}

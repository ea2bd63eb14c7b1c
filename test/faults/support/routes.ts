/** The way of a file of each process as far as it may go while things die, and from there to its end. */
import type { E112CommandType } from "../../../domain/e112/commands.ts";
import type { MohCommandType } from "../../../domain/moh/commands.ts";
import { preparation } from "../../e112/support/rehearsed.ts";
import { E112File } from "../../support/e112-file.ts";
import type { EngineFile, World } from "../../support/engine-file.ts";
import { MohFile, OFFER } from "../../support/moh-file.ts";

export type FileOfAnyProcess = EngineFile<string, unknown>;
export type Entry<Type extends string = string> = readonly [type: Type, payload?: Record<string, unknown>];

export interface Route<Type extends string = string> {
  open(world: World, options: { readonly taskTimeout?: number }): Promise<FileOfAnyProcess>;
  readonly way: readonly Entry<Type>[];
  readonly end: readonly Entry<Type>[];
  /** What may come at any time on the way, and changes nothing of it. */
  readonly paper: Entry<Type>;
}

const PAPER = ["addDocument", { documents: [{ kind: "altDocument", form: "copy" }] }] as const;
const CLINICS = [1, 2].map((index) => ({ name: `Clinica ${index}`, country: "DE" }));

const MOH: Route<MohCommandType> = {
  open: (world, options) => MohFile.open(world, options),
  paper: PAPER,
  way: [
    ["sendToCommission"],
    ["beginExamination"],
    ["finishExamination", { decision: "approved" }],
    ["registerDecision", { decision: "approved", minutes: { clinics: CLINICS } }],
    ["notifyPatient"],
    ["sendClinicRequest", { clinic: "clinic-1", evidence: "x" }],
    ["sendClinicRequest", { clinic: "clinic-2", evidence: "x" }],
    ["recordClinicAnswer", { clinic: "clinic-1", kind: "offer", offer: OFFER }],
  ],
  end: [
    ["recordClinicAnswer", { clinic: "clinic-2", kind: "refusal" }],
    ["sendToMinistry"],
    ["registerAtMinistry"],
    ["decideAtMinistry", { decision: "approved", clinic: "clinic-1", amount: "1", currency: "EUR" }],
    ["notifyPatient"],
    ["confirmFunds", { sufficient: true }],
    ["recordLabourMinistryPart", { bearsPart: false }],
    ["recordGovernmentDecision", { number: "HG 1" }],
    ["recordPublication", { gazette: "nr. 1" }],
    ["recordDisposition"],
    ["payClinic", { clinic: "clinic-1", amount: "1", currency: "EUR" }],
    ["recordReturn"],
    ["fileJustification", { sums: [{ purpose: "x", amount: "1" }], currency: "EUR" }],
    ["recordFirstCheck"],
    ["drawOneYearReport"],
  ],
};

const E112: Route<E112CommandType> = {
  open: (world, options) => E112File.open(world, options),
  paper: PAPER,
  way: preparation("analyseConditions").map(([type, , payload = {}]) => [type, payload]),
  end: [
    ["issueForm"],
    ["handOverCopy", { copy: 1, to: "issuer" }],
    ["replaceForm", { reason: "x" }],
    ["handOverCopy", { copy: 1, to: "issuer" }],
    ["handOverCopy", { copy: 2, to: "applicant" }],
    ["recordTreatmentDone"],
    ["settleInvoice", { form: "E125", from: "CAS Cluj", to: "AOK Bayern", amount: "1", currency: "EUR" }],
  ],
};

export const ROUTES: readonly Route[] = [MOH, E112];

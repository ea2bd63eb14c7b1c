/** Before filing: agreement, request to the clinic, its refusal, the legalised translation, the dossier (E112-11 to E112-40, E112-59 to E112-76). */
import type { E112CaseView } from "../../../domain/case/view.ts";
import { WAIVER_PROOFS } from "../../../domain/e112/commands.ts";
import { DOCUMENT_FORMS } from "../../../domain/case/document-forms.ts";
import type { FormDescription } from "../describe.ts";
import { documentsField, documentToSend } from "../every/DocumentsField.tsx";
import type { Values } from "../values.ts";
import { isRefused, knownRequest } from "./known.ts";
import { checkRequestedClinic, isClinicAsked, RequestedClinic } from "./RequestedClinic.tsx";

type Form = FormDescription<E112CaseView>;

export const recordPriorAgreement: Form = {
  type: "recordPriorAgreement",
  fields: [
    { kind: "text", path: "doctor", label: "e112.treatingDoctor", required: true, rule: "E112-11" },
    { kind: "text", path: "unit", label: "e112.healthUnit" },
    {
      kind: "answer",
      path: "casContract",
      label: "e112.casContract",
      hint: "e112.casContract.hint",
      required: true,
      rule: "E112-12",
    },
  ],
};

/** When the file knows its clinic, the request goes there; another one is named when that one refused, or when it is wanted. */
export const sendRequestToClinic: Form = {
  type: "sendRequestToClinic",
  initial(view) {
    const { byEmail = true, phoned = false, asksAcceptance = false, asksCompleteCost = false } = knownRequest(view);
    const isNew = view.e112.clinic === undefined || isRefused(view);
    return { byEmail, phoned, asksAcceptance, asksCompleteCost, ...(isNew ? { clinic: {} } : {}) };
  },
  fields: [
    {
      kind: "special",
      path: "clinic",
      label: "field.clinic",
      component: RequestedClinic,
      missing: checkRequestedClinic,
    },
    { kind: "check", path: "byEmail", label: "e112.byEmail", rule: "E112-24" },
    { kind: "check", path: "asksAcceptance", label: "e112.asksAcceptance", rule: "E112-26" },
    { kind: "check", path: "asksCompleteCost", label: "e112.asksCompleteCost", rule: "E112-27" },
    { kind: "check", path: "phoned", label: "e112.phoned", hint: "e112.phoned.hint", rule: "E112-25" },
    { kind: "long", path: "message", label: "e112.message" },
  ],
  payload({ clinic, ...rest }) {
    return { ...TICKED_NOTHING, ...rest, ...(isClinicAsked({ clinic }) ? { clinic } : {}) };
  },
};

/** What is not ticked is not so. */
const TICKED_NOTHING = { byEmail: false, phoned: false, asksAcceptance: false, asksCompleteCost: false };

export const recordClinicRefusal: Form = {
  type: "recordClinicRefusal",
  fields: [{ kind: "long", path: "reason", label: "e112.clinicRefusal", hint: "e112.clinicRefusal.hint" }],
};

const KEPT_BY = [
  { value: "patient", label: "e112.keptBy.patient" },
  { value: "doctor", label: "e112.keptBy.doctor" },
] as const;

export const recordLegalisedTranslation: Form = {
  type: "recordLegalisedTranslation",
  fields: [
    {
      kind: "choice",
      path: "originalKeptBy",
      label: "e112.originalKeptBy",
      hint: "e112.originalKeptBy.hint",
      required: true,
      rule: "E112-40",
      options: KEPT_BY,
    },
    { kind: "text", path: "translator", label: "e112.legalisingTranslator", rule: "E112-39" },
  ],
};

const DOCUMENTS = {
  path: "documents",
  label: "field.documents",
  ...documentsField<E112CaseView>({
    forms: DOCUMENT_FORMS,
    others: ({ subject }) => [
      ...(subject.minor ? [{ value: "ciCopil", label: "document.ciCopil" } as const] : []),
      { value: "altDocument", label: "document.altDocument" },
    ],
  }),
} as const;

function toDocuments({ documents }: Values): Values {
  return { documents: ((documents ?? []) as Values[]).map(documentToSend) };
}

export const assembleDossier: Form = { type: "assembleDossier", fields: [DOCUMENTS], payload: toDocuments };
export const addDocument: Form = {
  type: "addDocument",
  fields: [
    DOCUMENTS,
    {
      kind: "select",
      path: "copyKeptBy",
      label: "e112.copyKeptBy",
      rule: "E112-40",
      options: KEPT_BY,
    },
  ],
  payload: (filled) => ({ ...filled, ...toDocuments(filled) }),
};

/** Only in the file of a child. */
export const waiveSecondParent: Form = {
  type: "waiveSecondParent",
  blocked: ({ subject }) => (subject.minor ? undefined : { message: "e112.waiver.adult" }),
  fields: [
    {
      kind: "choice",
      path: "proof",
      label: "e112.waiverProof",
      hint: "e112.waiverProof.hint",
      required: true,
      rule: "E112-72",
      options: WAIVER_PROOFS.map((proof) => ({ value: proof, label: `e112.proof.${proof}` as const })),
    },
    { kind: "long", path: "reason", label: "e112.waiverReason", required: true },
  ],
};
